using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Replay;
using Etl.Pipeline.Retention;
using Etl.Pipeline.Tests.Runs;
using Etl.Warehouse;
using Etl.Warehouse.Runs;
using Microsoft.Extensions.Time.Testing;

namespace Etl.Pipeline.Tests.Replay;

/// <summary>A replay beside others, and one that does not come to its end.</summary>
public abstract class TenantReplayContract(WarehouseOptions? warehouse) : IDisposable
{
    private readonly SmallTenant _tenant = new(warehouse);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _tenant.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nothing_is_taken_away_while_a_run_of_the_tenant_is_under_way()
    {
        var runs = await PublishAsync(days: 2);
        await using (await _tenant.Warehouse.TryClaimAsync(SmallTenant.Name, TimeSpan.Zero, Cancellation))
        {
            var fault = await Should.ThrowAsync<EtlException>(() => ReplayAsync(_tenant.Warehouse, runs[0].SnapshotDate));
            fault.Message.ShouldStartWith("contoso is being run by another process");
        }

        (await PublishedAsync()).ShouldBe(runs.Select(run => run.RunId));
    }

    [Fact]
    public async Task It_has_the_tenant_from_the_first_day_to_the_last()
    {
        var runs = await PublishAsync(days: 3);
        List<bool> wasFree = [];

        await new TenantReplay(_tenant.Options, _tenant.Options.Tenants[0], _tenant.Warehouse, TimeProvider.System).RunAsync(
            runs[0].SnapshotDate,
            _ => wasFree.Add(_tenant.Warehouse.TryClaimAsync(SmallTenant.Name, TimeSpan.Zero, Cancellation).GetAwaiter().GetResult() is not null),
            Cancellation);

        wasFree.ShouldBe([false, false, false]);
        (await PublishedAsync()).ShouldBe(runs.Select(run => run.RunId));
    }

    [Fact]
    public async Task One_that_fails_half_way_says_which_days_are_away_and_what_puts_them_back()
    {
        var runs = await PublishAsync(days: 2);
        var missing = runs[1].SnapshotDate;

        // Three questions a day: when it begins to load, when staging begins, before it commits.
        var fault = await Should.ThrowAsync<EtlException>(() => ReplayAsync(
            new LosingWarehouse(_tenant.Warehouse, questions: 3, () => Task.CompletedTask), runs[0].SnapshotDate));

        fault.Message.ShouldEndWith($"contoso is without its days from {missing:yyyy-MM-dd} on until `etl replay --from {missing:yyyy-MM-dd} --tenant contoso` has put them back.");
        (await PublishedAsync()).ShouldBe([runs[0].RunId]);
        (await ReplayAsync(_tenant.Warehouse, missing)).Count.ShouldBe(1);
        (await PublishedAsync()).ShouldBe(runs.Select(run => run.RunId));
    }

    [Fact]
    public async Task A_day_whose_devices_retention_removed_comes_back_from_its_archive()
    {
        var runs = await PublishAsync(days: 3);
        var options = _tenant.Options with { Retention = new RetentionOptions { SnapshotDays = 1, RejectedDays = 0, ArchiveDays = 0 } };
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 6, 1, 12, 0, 0, TimeSpan.Zero));
        var removed = await new RetentionRun(options, _tenant.Warehouse, clock).RunAsync(dryRun: false, Cancellation);

        var replayed = await ReplayAsync(_tenant.Warehouse, runs[0].SnapshotDate);

        removed.Snapshots.Select(day => day.SnapshotDate).ShouldBe([runs[0].SnapshotDate]);
        replayed.Select(day => (day.Run.RunId, (int?)day.Devices)).ShouldBe(runs.Select(run => (run.RunId, (int?)run.Devices)));
        (await PublishedAsync()).ShouldBe(runs.Select(run => run.RunId));
    }

    private async Task<List<RunRecord>> PublishAsync(int days)
    {
        List<RunRecord> runs = [];
        for (var day = 0; day < days; day++) runs.Add(await _tenant.RunAsync(_tenant.Warehouse, day));
        return runs;
    }

    private Task<IReadOnlyList<TenantRunResult>> ReplayAsync(IWarehouse warehouse, DateOnly from) =>
        new TenantReplay(_tenant.Options, _tenant.Options.Tenants[0], warehouse, TimeProvider.System) { Patience = TimeSpan.Zero }
            .RunAsync(from, _ => { }, Cancellation);

    private async Task<IEnumerable<Guid>> PublishedAsync() =>
        (await new RunJournal(_tenant.Warehouse).ListAsync(SmallTenant.Name, limit: 10, Cancellation))
        .Where(run => run.State == RunState.Published)
        .OrderBy(run => run.SnapshotDate)
        .Select(run => run.RunId);
}
