using Etl.Load.Tests;
using Etl.Model.Runs;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Tests.Scheduling.Soak;
using Etl.Warehouse;
using Etl.Warehouse.Runs;

namespace Etl.Pipeline.Tests.Scheduling;

/// <summary>Times that pass while the service is there and cannot answer: a machine that sleeps, a run that takes longer.</summary>
public sealed class MisfireTests : IDisposable
{
    private static readonly DateOnly Day = new(2027, 11, 10);
    private static readonly DateTimeOffset Due = new(2027, 11, 10, 6, 0, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();
    private readonly SoakClock _clock = new(Due.AddHours(-1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_machine_that_slept_runs_what_was_due_today_when_it_wakes_up_and_what_was_due_on_another_day_not_at_all()
    {
        await using var graph = await HeldGraph.StartAsync(Day, Cancellation);
        await using var node = await SoakNode.StartAsync(Options(graph.Tenant, MisfirePolicy.RunOnce), _clock, Cancellation);

        _clock.SetUtcNow(Due.AddHours(7));
        (await node.NextEndAsync(Cancellation)).ShouldBe(Due);
        _clock.SetUtcNow(Due.AddDays(3).AddHours(-4));
        (await node.NextEndAsync(Cancellation)).ShouldBe(Due.AddDays(1));
        (await node.NextEndAsync(Cancellation)).ShouldBe(Due.AddDays(2));
        _clock.SetUtcNow(Due.AddDays(3));
        (await node.NextEndAsync(Cancellation)).ShouldBe(Due.AddDays(3));

        (await RunsAsync()).Select(run => (run.State, run.SnapshotDate)).ShouldBe([(RunState.Published, Day), (RunState.Published, Day.AddDays(3))]);
    }

    [Fact]
    public async Task A_time_that_waits_for_a_run_to_end_is_not_missed()
    {
        await using var graph = await HeldGraph.StartAsync(Day, Cancellation);
        await using var node = await SoakNode.StartAsync(Options(graph.Tenant, MisfirePolicy.Skip, "0 0,10 6 * * ?"), _clock, Cancellation);

        var isReading = graph.Hold();
        _clock.SetUtcNow(Due);
        await isReading;
        _clock.SetUtcNow(Due.AddMinutes(15));
        graph.Release();
        (await node.NextEndAsync(Cancellation)).ShouldBe(Due);
        (await node.NextEndAsync(Cancellation)).ShouldBe(Due.AddMinutes(10));

        (await RunsAsync()).Select(run => (run.State, run.SnapshotDate)).ShouldBe([(RunState.Published, Day), (RunState.Published, Day)]);
    }

    private EtlOptions Options(TenantOptions tenant, MisfirePolicy misfire, string cron = "0 0 6 * * ?") => new()
    {
        Tenants = [tenant],
        Tables = new RuleTables([], [], []),
        Warehouse = _folder.Options("warehouse.duckdb"),
        Archive = new ArchiveOptions { Enabled = false },
        Quality = new QualityOptions { MaxShrinkPercent = 100, MaxCountGapPercent = 100, MaxRejectedPercent = 100 },
        Schedule = new ScheduleOptions { Run = cron, Retention = ScheduleOptions.Off, Misfire = misfire, ShutdownSeconds = 0 },
    };

    private async Task<IReadOnlyList<RunRecord>> RunsAsync() =>
        [.. (await new RunJournal(_folder.Warehouse()).ListAsync(tenant: null, 100, Cancellation)).Reverse()];
}
