using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Classification;

/// <summary>Section 3 of the rules.</summary>
public sealed class JoinTypeTests
{
    private static readonly bool?[] Flags = [true, false, null];
    private static readonly string?[] TrustTypes = [null, "AzureAd", "AZUREAD", "ServerAd", "serverad", "Workplace", "workplace", "Cloud"];
    private static readonly string?[] ProfileTypes = [null, "RegisteredDevice", "registeredDEVICE", "Shared", "SecureVM"];
    private static readonly DateTimeOffset?[] Instants = [null, Tenant.T.AddDays(-30)];

    private static readonly ManagedDevice?[] Intune =
    [
        null, Some.Intune(0), Some.Intune(0) with { ManagementState = "retirePending" },
        Some.Intune(0) with { ManagementAgent = "msSense" },
    ];

    [Fact]
    public void Every_combination_of_what_decides_it()
    {
        var entra =
            from trustType in TrustTypes
            from profileType in ProfileTypes
            from hasKeys in Flags
            from registered in Instants
            from signedIn in Instants
            from hasZtdId in new[] { true, false }
            select Some.Entra(0) with
            {
                TrustType = trustType,
                ProfileType = profileType,
                HasAlternativeSecurityIds = hasKeys,
                RegistrationDateTime = registered,
                ApproximateLastSignInDateTime = signedIn,
                HasZtdId = hasZtdId,
            };

        FullEnumeration.Cases([null, .. entra], Intune, [null, Some.Ad(0)])
            .ShouldBeAsTheRulesSay(count: 961 * 4 * 2 - 1)
            .ShouldMeet(device => device.JoinType, Enum.GetValues<JoinType>());
    }

    [Fact]
    public void A_property_that_was_not_read_is_unknown_not_empty()
    {
        var pending = Some.Entra(1) with { TrustType = "ServerAd", ProfileType = null, HasAlternativeSecurityIds = null };

        Tenant.Of(pending).Single().JoinType.ShouldBe(JoinType.HybridJoined);
        Tenant.Of(pending with { RegistrationDateTime = null }).Single().JoinType.ShouldBe(JoinType.HybridPending);
        Tenant.Of(pending with { HasAlternativeSecurityIds = false }).Single().JoinType.ShouldBe(JoinType.HybridPending);
    }

    [Fact]
    public void An_Autopilot_object_is_pending_until_anything_was_seen_of_it()
    {
        var untouched = Some.Entra(1) with
        {
            HasZtdId = true,
            HasAlternativeSecurityIds = false,
            RegistrationDateTime = null,
            ApproximateLastSignInDateTime = null,
        };

        Tenant.Of(untouched).Single().JoinType.ShouldBe(JoinType.AutopilotPending);
        Tenant.Of(untouched, Some.Intune(1)).Single().JoinType.ShouldBe(JoinType.EntraJoined);
        Tenant.Of(untouched, Some.Intune(1) with { ManagementAgent = "msSense" }).Single().JoinType.ShouldBe(JoinType.AutopilotPending);
        Tenant.Of(untouched with { ApproximateLastSignInDateTime = Tenant.T }).Single().JoinType.ShouldBe(JoinType.EntraJoined);
        Tenant.Of(untouched with { HasZtdId = false }).Single().JoinType.ShouldBe(JoinType.EntraJoined);
    }
}
