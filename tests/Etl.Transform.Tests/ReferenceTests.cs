using Etl.Model.Devices;
using Etl.Transform.Matching;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests;

/// <summary>The product against a naive statement of the same rules, over tenants in which everything collides.</summary>
public sealed class ReferenceTests
{
    private const int TenantsInBatch = 1000;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Devices_are_those_of_the_naive_rules(int batch) => Tenants.Batch(batch, TenantsInBatch).ShouldHold(tenants =>
        tenants.Together().Transform().Devices.ShouldBeDevices(tenants.AsParallel().SelectMany(NaiveTransformer.Devices)));

    [Fact]
    public void Records_are_counted_as_the_naive_rules_count_them() => Tenants.Batch(0, TenantsInBatch).ShouldHold(tenants =>
    {
        var result = tenants.Together().Transform();

        var naive = tenants.Select(tenant => new NaiveMatcher(tenant)).ToList();
        result.Entra.ShouldBe(Sum(naive.Select(matcher => matcher.EntraCounts)));
        result.Intune.ShouldBe(Sum(naive.Select(matcher => matcher.IntuneCounts)));
        result.ActiveDirectory.ShouldBe(Sum(naive.Select(matcher => matcher.AdCounts)));
    });

    [Fact]
    public void A_batch_meets_every_code_of_every_rule()
    {
        var devices = Tenants.Batch(1, TenantsInBatch).SelectMany(NaiveTransformer.Devices).ToList();

        devices.Select(d => d.JoinType).Distinct().Order().ShouldBe(Enum.GetValues<JoinType>());
        devices.Select(d => d.EnrollmentState).Distinct().Order().ShouldBe(Enum.GetValues<EnrollmentState>().Skip(1));
        devices.Select(d => d.Scope).Distinct().Order().ShouldBe(Enum.GetValues<Scope>().Skip(1));
        devices.Select(d => d.GapReason).Distinct().Order().ShouldBe(Enum.GetValues<GapReason>().Skip(1));
        devices.Select(d => d.AdMatch).Distinct().Order().ShouldBe(Enum.GetValues<AdMatch>());
        devices.Select(d => d.IntuneMatch).Distinct().Order().ShouldBe(Enum.GetValues<IntuneMatch>());
        devices.Select(d => d.Ownership).Distinct().Order().ShouldBe(Enum.GetValues<Ownership>());
    }

    private static SourceCounts Sum(IEnumerable<SourceCounts> counts) =>
        counts.Aggregate((x, y) => new SourceCounts(x.Used + y.Used, x.Superseded + y.Superseded, x.Duplicate + y.Duplicate));
}
