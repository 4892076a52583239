using Etl.Model.Devices;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;
using static Etl.Transform.Tests.Naive.Tenant;

namespace Etl.Transform.Tests.Matching;

/// <summary>Section 2, step 6 of the rules: an AD computer joins an Entra device by SID where that is certain.</summary>
public sealed class SidFallbackTests
{
    private const string Sid = "S-1-5-21-1-2-3-4";

    private static readonly object Entra = Some.Entra(1) with { OnPremisesSecurityIdentifier = Sid };
    private static readonly object Ad = Some.Ad(2) with { Sid = Sid };

    [Fact]
    public void One_of_each_meet_and_the_computer_makes_no_device_of_its_own()
    {
        var device = Of(Entra, Ad).Single();

        device.DeviceId.ShouldBe(Some.Id(1));
        (device.AdMatch, device.InAd, device.AdSid).ShouldBe((AdMatch.Sid, true, Sid));
    }

    [Fact]
    public void An_Intune_record_on_the_computers_own_key_stays_a_device()
    {
        var devices = Of(Entra, Ad, Some.Intune(2)).Devices();

        devices.Select(d => (d.DeviceId, d.InEntra, d.InIntune, d.InAd)).ShouldBe(
            [(Some.Id(1), true, false, true), (Some.Id(2), false, true, false)]);
        devices[1].JoinType.ShouldBe(JoinType.NotJoined);
    }

    [Fact]
    public void Two_Entra_devices_with_the_SID_are_one_too_many() =>
        ShouldNotMeet(Of(Entra, Ad, Some.Entra(3) with { OnPremisesSecurityIdentifier = Sid }));

    [Fact]
    public void Two_computers_with_the_SID_are_one_too_many() =>
        ShouldNotMeet(Of(Entra, Ad, Some.Ad(3) with { Sid = Sid }));

    [Fact]
    public void Three_of_a_kind_are_no_better_than_two()
    {
        ShouldNotMeet(Of(Entra, Ad, Some.Ad(3) with { Sid = Sid }, Some.Ad(4) with { Sid = Sid }));
        ShouldNotMeet(Of(
            Entra, Ad, Some.Entra(3) with { OnPremisesSecurityIdentifier = Sid }, Some.Entra(4) with { OnPremisesSecurityIdentifier = Sid }));
    }

    [Fact]
    public void Those_that_met_by_GUID_are_out_of_the_question()
    {
        var tenant = Of(Entra, Ad, Some.Entra(3) with { OnPremisesSecurityIdentifier = Sid }, Some.Ad(3) with { Sid = Sid });

        tenant.Devices().Select(d => d.AdMatch).ShouldBe([AdMatch.Sid, AdMatch.ObjectGuid]);
    }

    [Fact]
    public void A_duplicate_does_not_make_a_SID_ambiguous()
    {
        Of(Entra, Entra, Ad, Ad).Single().AdMatch.ShouldBe(AdMatch.Sid);
    }

    [Fact]
    public void No_SID_is_no_match() => ShouldNotMeet(Of(Some.Entra(1), Some.Ad(2)));

    private static void ShouldNotMeet(Tenant tenant) => tenant.Devices().ShouldAllBe(d => d.AdMatch != AdMatch.Sid && !(d.InEntra && d.InAd));
}
