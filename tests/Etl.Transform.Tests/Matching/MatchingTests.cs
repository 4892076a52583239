using Etl.Model.Devices;
using Etl.Transform.Matching;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;
using static Etl.Transform.Tests.Naive.Tenant;

namespace Etl.Transform.Tests.Matching;

/// <summary>Section 2 of the rules: one device per device ID.</summary>
public sealed class MatchingTests
{
    [Fact]
    public void Three_records_under_one_key_are_one_device()
    {
        var device = Of(Some.Entra(1), Some.Intune(1), Some.Ad(1)).Single();

        (device.InEntra, device.InIntune, device.InAd).ShouldBe((true, true, true));
        (device.AdMatch, device.IntuneMatch).ShouldBe((AdMatch.ObjectGuid, IntuneMatch.DeviceId));
        (device.EntraObjectId, device.IntuneId).ShouldBe(("e-1", "m-1"));
    }

    [Fact]
    public void Intune_and_AD_meet_without_Entra()
    {
        var device = Of(Some.Intune(1), Some.Ad(1)).Single();

        device.DeviceId.ShouldBe(Some.Id(1));
        (device.JoinType, device.AdMatch, device.IntuneMatch).ShouldBe((JoinType.DomainJoined, AdMatch.ObjectGuid, IntuneMatch.DeviceId));
    }

    [Fact]
    public void Names_never_merge_devices()
    {
        var tenant = Of(
            Some.Entra(1) with { DisplayName = "PC-1" }, Some.Intune(2) with { DeviceName = "PC-1" }, Some.Ad(3) with { Name = "PC-1" });

        tenant.Devices().Select(d => d.DeviceId).ShouldBe([Some.Id(1), Some.Id(2), Some.Id(3)]);
    }

    [Fact]
    public void The_name_is_that_of_Intune_then_Entra_then_AD()
    {
        var e = Some.Entra(1) with { DisplayName = "E" };
        var m = Some.Intune(1) with { DeviceName = "M" };
        var a = Some.Ad(1) with { Name = "A" };

        Of(e, m, a).Single().DeviceName.ShouldBe("M");
        Of(e, m with { DeviceName = null }, a).Single().DeviceName.ShouldBe("E");
        Of(e with { DisplayName = null }, a).Single().DeviceName.ShouldBe("A");
        Of(m with { DeviceName = null }).Single().DeviceName.ShouldBeNull();
    }

    [Fact]
    public void Of_two_Entra_objects_the_later_sign_in_stands_then_the_later_registration_then_the_smaller_id()
    {
        var e = Some.Entra(1);
        var noSignIn = e with { Id = "a", ApproximateLastSignInDateTime = null, RegistrationDateTime = T };
        var later = e with { Id = "b", RegistrationDateTime = e.RegistrationDateTime!.Value.AddTicks(1) };

        Of(noSignIn, e).Single().EntraObjectId.ShouldBe("e-1");
        Of(e, later).Single().EntraObjectId.ShouldBe("b");
        Of(e, e with { Id = "E-1" }).Single().EntraObjectId.ShouldBe("E-1");
        Of(e, e with { RegistrationDateTime = null, Id = "a" }).Single().EntraObjectId.ShouldBe("e-1");
        Of(noSignIn, e, later).Transform().Entra.ShouldBe(new SourceCounts(1, 0, 2));
    }

    [Fact]
    public void Entra_duplicates_are_resolved_by_id_before_device_id()
    {
        var moved = Some.Entra(1) with { ApproximateLastSignInDateTime = T };
        var leftover = moved with { DeviceId = Some.Key(2), ApproximateLastSignInDateTime = T.AddDays(-1) };
        var other = Some.Entra(3) with { DeviceId = Some.Key(2), ApproximateLastSignInDateTime = T.AddDays(-2) };

        var devices = Of(leftover, other, moved).Devices();

        devices.Select(d => (d.DeviceId, d.EntraObjectId)).ShouldBe([(Some.Id(1), "e-1"), (Some.Id(2), "e-3")]);
    }

    [Fact]
    public void Of_two_AD_computers_the_later_sign_of_life_stands_then_enabled_then_the_smaller_name()
    {
        var a = Some.Ad(1) with { DistinguishedName = "CN=b", PasswordLastSet = T.AddDays(-9) };

        string? Kept(params object[] others) => Of([a, .. others]).Single().AdDistinguishedName;
        Kept(a with { DistinguishedName = "CN=c", LastLogon = a.LastLogon!.Value.AddTicks(1), PasswordLastSet = null }).ShouldBe("CN=c");
        Kept(a with { DistinguishedName = "CN=c", PasswordLastSet = T, WhenCreated = null }).ShouldBe("CN=c");
        Kept(a with { DistinguishedName = "CN=c", WhenCreated = T }).ShouldBe("CN=c");
        Kept(a with { DistinguishedName = "CN=a", Enabled = false }).ShouldBe("CN=b");
        Kept(a with { DistinguishedName = "CN=a" }).ShouldBe("CN=a");
        Kept(a with { DistinguishedName = "CN=B" }).ShouldBe("CN=B");
        Of(a, a, a).Transform().ActiveDirectory.ShouldBe(new SourceCounts(1, 0, 2));
    }

    [Fact]
    public void The_primary_Intune_record_is_enrolled_before_it_is_recent()
    {
        var m = Some.Intune(1);
        var defender = m with { Id = "sense", ManagementAgent = "msSense", LastSyncDateTime = T };

        var tenant = Of(defender, m, m with { Id = "older", LastSyncDateTime = T.AddDays(-2) });

        var device = tenant.Single();
        (device.IntuneId, device.IntuneRecordCount).ShouldBe(("m-1", 3));
        tenant.Transform().Intune.ShouldBe(new SourceCounts(1, 2, 0));
    }

    [Fact]
    public void Then_the_later_sync_then_the_later_enrolment_then_the_smaller_id()
    {
        var m = Some.Intune(1);

        Of(m, m with { Id = "z", LastSyncDateTime = T, EnrolledDateTime = null }).Single().IntuneId.ShouldBe("z");
        Of(m, m with { Id = "z", EnrolledDateTime = T }).Single().IntuneId.ShouldBe("z");
        Of(m, m with { Id = "z" }).Single().IntuneId.ShouldBe("m-1");
        Of(m, m with { Id = "M-1" }).Single().IntuneId.ShouldBe("M-1");
        Of(m, m with { Id = "a", LastSyncDateTime = null }).Single().IntuneId.ShouldBe("m-1");
    }

    [Fact]
    public void A_record_met_twice_is_a_duplicate_and_counted_once()
    {
        var m = Some.Intune(1);

        var tenant = Of(m, m, m with { Id = "other" }, m with { AzureADDeviceId = Some.Key(2), LastSyncDateTime = T.AddDays(-9) });

        tenant.Single().IntuneRecordCount.ShouldBe(2);
        tenant.Transform().Intune.ShouldBe(new SourceCounts(1, 1, 2));
    }

    [Theory]
    [InlineData("D")]
    [InlineData("N")]
    [InlineData("B")]
    [InlineData("P")]
    public void An_Intune_record_without_a_device_id_stands_under_its_own(string form)
    {
        var m = Some.Intune(1) with { AzureADDeviceId = null, Id = Some.Key(7).ToString(form).ToUpperInvariant() };

        var alone = Of(m).Single();
        alone.DeviceId.ShouldBe(Some.Id(7));
        alone.IntuneId.ShouldBe(m.Id.ToString());
        alone.IntuneMatch.ShouldBe(IntuneMatch.Standalone);
        Of(m, Some.Entra(7)).Single().IntuneMatch.ShouldBe(IntuneMatch.Standalone);
    }

    [Theory]
    [InlineData("not-a-guid")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("{0x00000007,0x0011,0x4000,{0x80,0x00,0x00,0x00,0x00,0x00,0x00,0x01}}")]
    public void An_Intune_id_that_is_no_usable_GUID_stands_as_it_is(string id)
    {
        var device = Of(Some.Intune(1) with { AzureADDeviceId = null, Id = id }).Single();

        (device.DeviceId, device.IntuneId).ShouldBe((id, id));
    }
}
