using CsCheck;
using Etl.Model.Devices;
using Etl.Transform.Matching;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests;

/// <summary>Section 9 of the rules: what must always hold, without asking what the right answer would be.</summary>
public sealed class InvariantTests
{
    private const int TenantsInBatch = 1000;

    private static readonly HashSet<string> States = [.. Enum.GetNames<EnrollmentState>()];

    public static TheoryData<int> Batches => [.. Enumerable.Range(100, 2)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_record_read_is_in_exactly_one_place(int batch) => Tenants.Batch(batch, TenantsInBatch).ShouldHold(tenants =>
    {
        var tenant = tenants.Together();
        var result = tenant.Transform();
        var devices = result.Devices.ToList();

        Total(result.Entra).ShouldBe(tenant.Entra.Count);
        Total(result.Intune).ShouldBe(tenant.Intune.Count);
        Total(result.ActiveDirectory).ShouldBe(tenant.Ad.Count);
        devices.Count(d => d.InEntra).ShouldBe(result.Entra.Used);
        devices.Count(d => d.InIntune).ShouldBe(result.Intune.Used);
        devices.Count(d => d.InAd).ShouldBe(result.ActiveDirectory.Used);
        devices.Sum(d => d.IntuneRecordCount).ShouldBe(result.Intune.Used + result.Intune.Superseded);
        devices.Count.ShouldBe(result.DeviceCount);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Any_order_gives_the_same_devices(int batch) => Tenants.Batch(batch, TenantsInBatch).ShouldHold(tenants =>
    {
        var tenant = tenants.Together();
        var expected = tenant.Transform();

        var actual = Shuffled(tenant, (uint)batch).Transform();

        actual.Devices.ShouldBeDevices(expected.Devices);
        (actual.Entra, actual.Intune, actual.ActiveDirectory).ShouldBe((expected.Entra, expected.Intune, expected.ActiveDirectory));
        actual.Warnings.ShouldBe(expected.Warnings);
        actual.Methods.ShouldBe(expected.Methods);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_device_has_one_id_and_one_code_of_each_kind(int batch) => Tenants.Batch(batch, TenantsInBatch).ShouldHold(tenants =>
    {
        var result = tenants.Together().Transform();
        var devices = result.Devices.ToList();
        var methods = result.Methods.Select(method => method.Code).ToHashSet(StringComparer.Ordinal);

        devices.Select(d => d.DeviceId).ShouldBeUnique();
        devices.ShouldAllBe(d => d.EnrollmentState != EnrollmentState.Unknown);
        devices.ShouldAllBe(d => d.Scope != Scope.Unknown && d.GapReason != GapReason.Unknown);
        devices.ShouldAllBe(d => d.IsEnrolled ? methods.Contains(d.EnrollmentMethod) : States.Contains(d.EnrollmentMethod));
        devices.ShouldAllBe(d => d.ComplianceState.Length > 0 && d.ManagementAgent.Length > 0);
        devices.ShouldAllBe(d => d.IsEnrolled == d.JoinTypeAsExpected.HasValue);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Covered_devices_are_enrolled_and_in_scope(int batch) => Tenants.Batch(batch, TenantsInBatch).ShouldHold(tenants =>
    {
        var devices = tenants.Together().Transform().Devices.ToList();

        devices.ShouldAllBe(d => !d.IsCovered || (d.IsEnrolled && d.IsInScope));
        devices.ShouldAllBe(d => (d.GapReason == GapReason.NotCheckingIn) == (d.IsEnrolled && d.IsInScope && !d.IsCovered));
        devices.ShouldAllBe(d => !d.IsEnrolled || d.Scope != Scope.Superseded);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Running_again_changes_nothing(int batch) => Tenants.Batch(batch, TenantsInBatch).ShouldHold(tenants =>
    {
        var tenant = tenants.Together();
        var transformer = tenant.Transformer();
        var inventories = tenant.Inventories();
        var first = transformer.Transform(inventories, Tenant.T, tenant.WasEnrolled);
        var firstDevices = first.Devices.ToList();

        foreach (var again in new[] { inventories, tenant.Inventories() })
        {
            var second = transformer.Transform(again, Tenant.T, tenant.WasEnrolled);

            second.Devices.ShouldBe(firstDevices);
            second.Entra.ShouldBe(first.Entra);
            second.Intune.ShouldBe(first.Intune);
            second.ActiveDirectory.ShouldBe(first.ActiveDirectory);
            second.Methods.ShouldBe(first.Methods);
            second.Warnings.ShouldBe(first.Warnings);
        }
    });

    [Fact]
    public void Nothing_at_all_is_no_device()
    {
        var result = Tenant.Of().Transform();

        result.Devices.ShouldBeEmpty();
        (result.Entra, result.Intune, result.ActiveDirectory).ShouldBe((default, default, default));
    }

    private static int Total(SourceCounts counts) => counts.Used + counts.Superseded + counts.Duplicate;

    private static Tenant Shuffled(Tenant tenant, uint stream)
    {
        var random = new PCG(stream, 1);
        return tenant with
        {
            Entra = Gen.Shuffle(tenant.Entra.ToArray()).Generate(random, null, out _),
            Intune = Gen.Shuffle(tenant.Intune.ToArray()).Generate(random, null, out _),
            Ad = Gen.Shuffle(tenant.Ad.ToArray()).Generate(random, null, out _),
        };
    }
}
