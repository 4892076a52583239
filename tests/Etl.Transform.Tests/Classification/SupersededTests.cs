using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;
using static Etl.Transform.Tests.Naive.Tenant;

namespace Etl.Transform.Tests.Classification;

/// <summary>Superseded, (a) to (e) of section 7 of the rules: device 1 is the one that is asked about.</summary>
public sealed class SupersededTests
{
    private static readonly string[] Tag = ["[HWID]:H:1"];
    private static readonly EntraDevice Registered =
        Some.Entra(1) with { TrustType = "Workplace", DeviceOwnership = "Company", HardwareIds = Tag };

    private static readonly EntraDevice Joined = Some.Entra(2) with { HardwareIds = Tag };
    private static readonly EntraDevice Old = Some.Entra(1) with { HardwareIds = Tag, RegistrationDateTime = T.AddDays(-200) };

    [Fact]
    public void A_registration_beside_a_live_join_of_the_same_hardware()
    {
        ScopeOf1(Registered, Joined).ShouldBe(Scope.Superseded);
        ScopeOf1(Registered, Joined with { TrustType = "ServerAd" }).ShouldBe(Scope.Superseded);
        ScopeOf1(Registered, Joined with { TrustType = "Workplace" }).ShouldBe(Scope.InScope);
        ScopeOf1(Registered, Joined with { HardwareIds = ["[HWID]:H:2"] }).ShouldBe(Scope.InScope);
        ScopeOf1(Registered, Joined with { AccountEnabled = false }).ShouldBe(Scope.InScope);
        ScopeOf1(Registered, Stale(Joined)).ShouldBe(Scope.InScope);
        ScopeOf1(Registered with { OperatingSystem = "MacMDM" }, Joined).ShouldBe(Scope.InScope);
        ScopeOf1(Registered, Some.Intune(1), Joined).ShouldBe(Scope.InScope);
    }

    [Fact]
    public void Any_record_beside_an_enrolled_twin()
    {
        var workplace = Joined with { TrustType = "Workplace" };

        ScopeOf1(Old with { TrustType = null }, workplace, Some.Intune(2)).ShouldBe(Scope.Superseded);
        ScopeOf1(Old with { TrustType = null }, workplace).ShouldBe(Scope.InScope);
        ScopeOf1(Old with { TrustType = null }, workplace with { AccountEnabled = false }, Some.Intune(2)).ShouldBe(Scope.InScope);
    }

    [Fact]
    public void The_earlier_of_two_joins_of_the_same_hardware()
    {
        ScopeOf1(Old, Joined).ShouldBe(Scope.Superseded);
        ScopeOf1(Old with { RegistrationDateTime = null }, Joined).ShouldBe(Scope.Superseded);
        ScopeOf1(Old, Joined with { RegistrationDateTime = Old.RegistrationDateTime }).ShouldBe(Scope.Superseded);
        ScopeOf1(Old, Joined with { RegistrationDateTime = Old.RegistrationDateTime, DeviceId = Some.Key(0) }).ShouldBe(Scope.InScope);
        ScopeOf1(Old, Joined with { RegistrationDateTime = T.AddDays(-201) }).ShouldBe(Scope.InScope);
        var pending = Joined with { TrustType = "ServerAd", ProfileType = null, HasAlternativeSecurityIds = false };
        ScopeOf1(Old, pending).ShouldBe(Scope.InScope);
    }

    [Theory]
    [InlineData(10, Scope.Superseded)]
    [InlineData(11, Scope.InScope)]
    public void A_tag_on_more_than_ten_objects_came_with_an_image(int objects, Scope expected)
    {
        var others = Enumerable.Range(2, objects - 1).Select(i => Some.Entra(i) with { HardwareIds = Tag });

        ScopeOf1([Registered, .. others]).ShouldBe(expected);
    }

    [Fact]
    public void A_registration_with_the_name_of_a_live_join_where_a_tag_is_missing()
    {
        var named = Registered with { DisplayName = "pc-1", HardwareIds = [] };
        var joined = Joined with { DisplayName = "PC-1" };

        ScopeOf1(named, joined).ShouldBe(Scope.Superseded);
        ScopeOf1(named with { HardwareIds = ["[HWID]:H:9"] }, joined).ShouldBe(Scope.InScope);
        ScopeOf1(named with { HardwareIds = ["[HWID]:H:9"] }, joined with { HardwareIds = [] }).ShouldBe(Scope.Superseded);
        ScopeOf1(named with { DisplayName = null }, joined with { DisplayName = null }).ShouldBe(Scope.InScope);
        ScopeOf1(named, joined with { OperatingSystem = "Linux" }).ShouldBe(Scope.InScope);
        ScopeOf1(named, joined with { AccountEnabled = false }).ShouldBe(Scope.InScope);
        ScopeOf1(named, Stale(joined)).ShouldBe(Scope.InScope);
        ScopeOf1(named, joined with { TrustType = "Workplace" }).ShouldBe(Scope.InScope);
        ScopeOf1(named with { OperatingSystem = "MacMDM" }, joined).ShouldBe(Scope.InScope);
        ScopeOf1(named, Some.Intune(1), joined).ShouldBe(Scope.InScope);
    }

    [Fact]
    public void The_name_of_a_join_is_that_in_Entra_not_that_of_the_device()
    {
        var named = Registered with { DisplayName = "PC-1", HardwareIds = [] };

        ScopeOf1(named, Joined with { DisplayName = "other" }, Some.Intune(2) with { DeviceName = "PC-1" }).ShouldBe(Scope.InScope);
    }

    [Fact]
    public void A_tag_that_does_not_count_is_a_missing_tag()
    {
        var crowd = Enumerable.Range(3, 10).Select(i => Some.Entra(i) with { HardwareIds = Tag });
        var named = Registered with { DisplayName = "PC-1" };

        ScopeOf1([named, Joined with { DisplayName = "PC-1", HardwareIds = ["[HWID]:H:9"] }, .. crowd]).ShouldBe(Scope.Superseded);
    }

    [Fact]
    public void A_record_of_Intune_alone_with_the_short_name_of_exactly_one_PC()
    {
        var m = Some.Intune(1) with { DeviceName = "A-LONG-NAME-123456", ManagementAgent = "msSense" };
        var a = Some.Ad(2) with { Name = "a-long-name-123" };

        ScopeOf1(m, a).ShouldBe(Scope.Superseded);
        var joined = Some.Entra(2) with { DisplayName = "A-LONG-NAME-123-B" };
        ScopeOf1(m, joined).ShouldBe(Scope.Superseded);
        ScopeOf1(m, joined with { TrustType = "Workplace", DeviceOwnership = "company" }).ShouldBe(Scope.InScope);
        ScopeOf1(m, a, a with { ObjectGuid = Some.Key(3) }).ShouldBe(Scope.InScope);
        ScopeOf1(m, a with { Name = "a-long-name-12" }).ShouldBe(Scope.InScope);
        ScopeOf1(m, a with { OperatingSystem = "Ubuntu" }).ShouldBe(Scope.InScope);
        ScopeOf1(m with { OperatingSystem = "macOS" }, a).ShouldBe(Scope.InScope);
        ScopeOf1(m with { ManagementAgent = "mdm" }, a).ShouldBe(Scope.InScope);
    }

    [Fact]
    public void A_device_with_an_AD_computer_is_not_counted_as_its_own_double()
    {
        var untyped = Some.Entra(1) with { TrustType = null, DisplayName = "PC-1" };

        ScopeOf1(untyped, Some.Ad(1), Some.Ad(2) with { Name = "PC-1" }).ShouldBe(Scope.Superseded);
        ScopeOf1(untyped, Some.Ad(1)).ShouldBe(Scope.InScope);
    }

    [Fact]
    public void An_Autopilot_object_named_by_the_serial_of_a_machine_enrolled_under_another()
    {
        var pending = Some.Entra(1) with
        {
            DisplayName = "pf4abcde",
            HasZtdId = true,
            HasAlternativeSecurityIds = false,
            ApproximateLastSignInDateTime = null,
        };
        var enrolled = Some.Intune(2) with { SerialNumber = "PF4ABCDE" };

        ScopeOf1(pending, enrolled).ShouldBe(Scope.Superseded);
        ScopeOf1(pending, enrolled, Some.Intune(3) with { SerialNumber = "PF4ABCDE" }).ShouldBe(Scope.Superseded);
        ScopeOf1(pending, enrolled with { ManagementState = "wipeIssued" }).ShouldBe(Scope.AutopilotPending);
        ScopeOf1(pending, enrolled with { SerialNumber = "PF4ABCDE1" }).ShouldBe(Scope.AutopilotPending);
        ScopeOf1(pending with { ApproximateLastSignInDateTime = T }, enrolled).ShouldBe(Scope.InScope);
    }

    [Theory]
    [InlineData("RegisteredDevice", true)]
    [InlineData(null, false)]
    public void The_hybrid_object_of_a_machine_that_Intune_knows_by_its_Autopilot_object(string? profileType, bool hasKeys)
    {
        var hybrid = Some.Entra(1) with
        {
            TrustType = "ServerAd",
            ProfileType = profileType,
            HasAlternativeSecurityIds = hasKeys,
            DisplayName = "a-long-name-123",
        };
        var autopilot = Some.Entra(2) with { HasZtdId = true, DisplayName = "other" };
        var enrolled = Some.Intune(2) with { DeviceName = "A-LONG-NAME-123456" };

        ScopeOf1(hybrid, autopilot, enrolled).ShouldBe(Scope.Superseded);
        ScopeOf1(hybrid, autopilot with { HasZtdId = false }, enrolled).ShouldBe(Scope.InScope);
        ScopeOf1(hybrid, autopilot with { TrustType = "ServerAd" }, enrolled).ShouldBe(Scope.InScope);
        ScopeOf1(hybrid, autopilot, enrolled with { ManagementAgent = "jamf" }).ShouldBe(Scope.InScope);
        ScopeOf1(hybrid, autopilot, enrolled with { DeviceName = "A-LONG-NAME-12" }).ShouldBe(Scope.InScope);
        ScopeOf1(hybrid, Some.Intune(1), autopilot, enrolled).ShouldBe(Scope.InScope);
    }

    private static Scope ScopeOf1(params object[] records) => Of(records).Devices().Single(d => d.DeviceId == Some.Id(1)).Scope;

    private static EntraDevice Stale(EntraDevice e) =>
        e with { RegistrationDateTime = null, ApproximateLastSignInDateTime = T.AddDays(-91) };
}
