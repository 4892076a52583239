using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Classification;

/// <summary>Section 4 of the rules.</summary>
public sealed class EnrollmentStateTests
{
    private static readonly string?[] Agents =
    [
        null, "unknown", "newAgent", "eas", "mdm", "MDM", "easMdm", "intuneClient", "easIntuneClient", "configurationManagerClient",
        "configurationManagerClientMdm", "configurationManagerClientMdmEas", "jamf", "JAMF", "googleCloudDevicePolicyController",
        "microsoft365ManagedMdm", "msSense", "MSSENSE", "intuneAosp",
    ];

    private static readonly string?[] States =
    [
        null, "managed", "retirePending", "retireFailed", "wipePending", "wipeFailed", "unhealthy", "deletePending", "retireIssued",
        "wipeIssued", "wipeCanceled", "retireCanceled", "discovered", "DISCOVERED", "RetireIssued", "unknownFutureValue",
    ];

    private static readonly string?[] ManagementTypes = [null, "MDM", "MicrosoftSense", "microsoftsense"];
    private static readonly bool?[] Flags = [true, false, null];
    private static readonly Guid?[] MdmApps = [null, Some.IntuneApp, Some.ConfigMgrApp, Some.OtherApp];

    [Fact]
    public void Every_combination_of_what_decides_it()
    {
        var entra =
            from type in ManagementTypes
            from isManaged in Flags
            from app in MdmApps
            select Some.Entra(0) with { ManagementType = type, IsManaged = isManaged, MdmAppId = app };
        var intune =
            from agent in Agents
            from state in States
            select Some.Intune(0) with { ManagementAgent = agent, ManagementState = state };

        FullEnumeration.Cases([null, .. entra], [null, .. intune], [null])
            .ShouldBeAsTheRulesSay(count: 49 * 305 - 1)
            .ShouldMeet(device => device.EnrollmentState, Enum.GetValues<EnrollmentState>().Skip(1));
    }

    [Theory]
    [InlineData("mdm", "managed", EnrollmentState.Enrolled)]
    [InlineData("intuneAosp", null, EnrollmentState.Enrolled)]
    [InlineData("mdm", "retireFailed", EnrollmentState.Enrolled)]
    [InlineData("mdm", "deletePending", EnrollmentState.Leaving)]
    [InlineData("mdm", "discovered", EnrollmentState.NotEnrolled)]
    [InlineData("jamf", "discovered", EnrollmentState.NotEnrolled)]
    [InlineData("msSense", "wipePending", EnrollmentState.SecurityManagementOnly)]
    [InlineData("configurationManagerClient", "managed", EnrollmentState.ConfigMgrOnly)]
    [InlineData("jamf", "managed", EnrollmentState.OtherMdm)]
    [InlineData("eas", "managed", EnrollmentState.ExchangeOnly)]
    [InlineData(null, "managed", EnrollmentState.NotEnrolled)]
    public void A_record_in_Intune_is_not_yet_an_enrolled_device(string? agent, string? state, EnrollmentState expected)
    {
        var m = Some.Intune(1) with { ManagementAgent = agent, ManagementState = state };

        Tenant.Of(m).Single().EnrollmentState.ShouldBe(expected);
    }

    [Fact]
    public void What_Entra_claims_counts_only_without_an_Intune_record()
    {
        var e = Some.Entra(1) with { IsManaged = true, MdmAppId = Some.OtherApp };

        Tenant.Of(e).Single().EnrollmentState.ShouldBe(EnrollmentState.OtherMdm);
        Tenant.Of(e, Some.Intune(1) with { ManagementAgent = null }).Single().EnrollmentState.ShouldBe(EnrollmentState.NotEnrolled);
        Tenant.Of(e with { ManagementType = "MicrosoftSense" }).Single().EnrollmentState.ShouldBe(EnrollmentState.SecurityManagementOnly);
        Tenant.Of(e with { MdmAppId = Some.IntuneApp }).Single().EnrollmentState.ShouldBe(EnrollmentState.NotEnrolled);
    }
}
