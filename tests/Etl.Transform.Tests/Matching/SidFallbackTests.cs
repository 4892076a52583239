using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;
using static Etl.Transform.Tests.Naive.Tenant;

namespace Etl.Transform.Tests.Matching;

/// <summary>Section 2, step 6 of the rules: an AD computer joins an Entra device by SID where that is certain.</summary>
public sealed class SidFallbackTests
{
    private const string Sid = "S-1-5-21-1-2-3-4";

    private static readonly object Entra = EntraWithSid(1);
    private static readonly object Ad = AdWithSid(2);

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
        ShouldNotMeet(Of(Entra, Ad, EntraWithSid(3)));

    [Fact]
    public void Two_computers_with_the_SID_are_one_too_many() =>
        ShouldNotMeet(Of(Entra, Ad, AdWithSid(3)));

    [Fact]
    public void Three_of_a_kind_are_no_better_than_two()
    {
        ShouldNotMeet(Of(Entra, Ad, AdWithSid(3), AdWithSid(4)));
        ShouldNotMeet(Of(Entra, Ad, EntraWithSid(3), EntraWithSid(4)));
    }

    [Fact]
    public void Those_that_met_by_GUID_are_out_of_the_question()
    {
        var tenant = Of(Entra, Ad, EntraWithSid(3), AdWithSid(3));

        tenant.Devices().Select(d => d.AdMatch).ShouldBe([AdMatch.Sid, AdMatch.ObjectGuid]);
    }

    [Fact]
    public void A_duplicate_does_not_make_a_SID_ambiguous() => Of(Entra, Entra, Ad, Ad).Single().AdMatch.ShouldBe(AdMatch.Sid);

    [Fact]
    public void No_SID_is_no_match() => ShouldNotMeet(Of(Some.Entra(1), Some.Ad(2)));

    private static EntraDevice EntraWithSid(int number) => Some.Entra(number) with { OnPremisesSecurityIdentifier = Sid };

    private static AdComputer AdWithSid(int number) => Some.Ad(number) with { Sid = Sid };

    private static void ShouldNotMeet(Tenant tenant) =>
        tenant.Devices().ShouldAllBe(d => d.AdMatch != AdMatch.Sid && !(d.InEntra && d.InAd));
}
