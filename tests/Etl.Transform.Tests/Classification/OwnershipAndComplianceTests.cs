using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Classification;

/// <summary>Ownership, compliance and agent of section 6 of the rules.</summary>
public sealed class OwnershipAndComplianceTests
{
    private static readonly string?[] Owners =
        [null, "company", "Company", "corporate", "Corporate", "personal", "PERSONAL", "unknown", "other"];

    private static readonly string?[] ComplianceStates =
    [
        null, "compliant", "noncompliant", "conflict", "error", "inGracePeriod", "configManager", "unknown", "INGRACEPERIOD", "brandNew",
    ];

    [Fact]
    public void Every_combination_of_owners()
    {
        var entra = Owners.Select(owner => Some.Entra(0) with { DeviceOwnership = owner });
        var intune = Owners.Select(owner => Some.Intune(0) with { ManagedDeviceOwnerType = owner });

        FullEnumeration.Cases([null, .. entra], [null, .. intune], [null]).ShouldBeAsTheRulesSay(count: 10 * 10 - 1);
    }

    [Fact]
    public void Every_combination_of_compliance_and_agent()
    {
        var entra = new bool?[] { true, false, null }.Select(compliant => Some.Entra(0) with { IsCompliant = compliant });
        var intune =
            from state in ComplianceStates
            from agent in new[] { "mdm", "MDM", "msSense", null }
            select Some.Intune(0) with { ComplianceState = state, ManagementAgent = agent };

        FullEnumeration.Cases([null, .. entra], [null, .. intune], [null, Some.Ad(0)]).ShouldBeAsTheRulesSay(count: 4 * 41 * 2 - 1);
    }

    [Fact]
    public void Compliance_of_a_device_that_is_not_enrolled_is_what_Entra_says()
    {
        var noncompliant = Some.Entra(1) with { IsCompliant = false };

        Tenant.Of(noncompliant, Some.Intune(1)).Single().ComplianceState.ShouldBe("compliant");
        Tenant.Of(noncompliant, Some.Intune(1) with { ManagementState = "retireIssued" }).Single().ComplianceState.ShouldBe("noncompliant");
        Tenant.Of(noncompliant).Single().ComplianceState.ShouldBe("noncompliant");
    }
}
