using Etl.Model.Devices;
using Etl.Model.Runs;
using Etl.Warehouse;
using Etl.Warehouse.Reports;
using static Etl.Load.Tests.Sample;

namespace Etl.Load.Tests;

/// <summary>What the questions of terminal and pages are answered on every store.</summary>
public abstract class ReportQueriesContract(IWarehouse warehouse)
{
    private readonly IWarehouse _warehouse = warehouse;
    private readonly ReportQueries _reports = new(warehouse);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_those_of_the_latest_day_and_totals_those_of_every_day()
    {
        await PublishAsync(FirstDay, Device(1));
        await PublishAsync(
            FirstDay.AddDays(1),
            Device(1) with { IsAutopilot = true },
            Device(2) with { JoinType = JoinType.EntraJoined, JoinTypeAsExpected = false, InAd = false, AdMatch = AdMatch.None },
            Missing(3),
            Missing(4),
            Missing(5) with { Scope = Scope.Stale, GapReason = GapReason.Stale });

        var totals = await _reports.CoverageTotalsAsync("contoso", Cancellation);
        var joinTypes = await _reports.CoverageByJoinTypeAsync(tenant: null, Cancellation);
        var matrix = await _reports.JoinByEnrollmentAsync("contoso", Cancellation);
        var gaps = await _reports.GapReasonsAsync("contoso", Cancellation);
        var methods = await _reports.EnrollmentMethodsAsync("contoso", Cancellation);
        var health = await _reports.RunHealthAsync("contoso", Cancellation);

        totals.Select(day => (day.SnapshotDate, day.Devices, day.Enrolled, day.InScope, day.Covered, day.Coverage, day.CoverageAll)).ShouldBe(
            [(FirstDay, 1, 1, 1, 1, 1m, 1m), (FirstDay.AddDays(1), 5, 2, 4, 2, 0.5m, 0.4m)]);
        joinTypes.Select(row => (row.JoinType, row.Label, row.Devices, row.Coverage)).ShouldBe(
            [("EntraJoined", "Entra joined", 1, 1m), ("HybridJoined", "Hybrid joined", 1, 1m), ("DomainJoined", "AD joined only", 3, 0m)]);
        matrix.Select(cell => (cell.JoinType, cell.EnrollmentState, cell.Devices)).ShouldBe(
            [("EntraJoined", "Enrolled", 1), ("HybridJoined", "Enrolled", 1), ("DomainJoined", "NotEnrolled", 3)]);
        gaps.Select(gap => (gap.GapReason, gap.Devices, gap.Missing, gap.RecommendedAction)).ShouldBe(
            [("NotSynced", 2, 2, "Add its OU to the synchronisation."), ("Stale", 1, 0, null)]);
        methods.Select(method => (method.EnrollmentMethod, method.Devices, method.Autopilot, method.UnexpectedJoinType)).ShouldBe(
            [("GroupPolicy", 2, 1, 1)]);
        health.Select(source => (source.Source, source.RowsRead, source.MatchRate)).ShouldBe([("Entra", 3, 1.0m)]);
        health[0].FreshnessHours.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Nothing_published_gives_nothing()
    {
        await _warehouse.MigrateAsync(Cancellation);

        (await _reports.CoverageTotalsAsync(tenant: null, Cancellation)).ShouldBeEmpty();
        (await _reports.RunHealthAsync(tenant: null, Cancellation)).ShouldBeEmpty();
        (await _reports.GapReasonsAsync(tenant: null, Cancellation)).ShouldBeEmpty();
    }

    private Task<RunRecord> PublishAsync(DateOnly day, params ClassifiedDevice[] devices) =>
        new DeviceLoader(_warehouse, TimeProvider.System).PublishAsync(Publication(day, devices), progress: null, Cancellation);
}
