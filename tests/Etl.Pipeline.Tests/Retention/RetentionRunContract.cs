using Dapper;
using Etl.Load;
using Etl.Load.Tests;
using Etl.Model.Devices;
using Etl.Model.Runs;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Retention;
using Etl.Warehouse;
using Microsoft.Extensions.Time.Testing;
using static Etl.Load.Tests.Sample;

namespace Etl.Pipeline.Tests.Retention;

/// <summary>What goes and what stays, on every store.</summary>
public abstract class RetentionRunContract : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly IWarehouse _warehouse;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 6, 1, 12, 0, 0, TimeSpan.Zero));

    protected RetentionRunContract(IWarehouse? warehouse) => _warehouse = warehouse ?? _folder.Warehouse();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Old_devices_go_but_those_of_month_ends_and_of_the_two_latest_days_and_all_that_was_counted()
    {
        foreach (var day in new[] { 0, 1, 2, 3, 4 }) await PublishAsync(FirstDay.AddDays(day), Device(1), day is 2 or 4 ? Missing(2) : Device(2));

        var told = await RunAsync(new RetentionOptions(), dryRun: true);
        var daysBefore = await DaysAsync();
        var eventsBefore = await EventsAsync();
        var removed = await RunAsync(new RetentionOptions(), dryRun: false);

        daysBefore.ShouldBe([20260130, 20260131, 20260201, 20260202, 20260203]);
        told.Snapshots.Select(day => (day.SnapshotDate, day.Devices)).ShouldBe([(FirstDay, 2), (FirstDay.AddDays(2), 2)]);
        removed.Snapshots.ShouldBe(told.Snapshots);
        removed.RejectedRows.ShouldBe(5);
        (await DaysAsync()).ShouldBe([20260131, 20260202, 20260203]);
        (await QueryAsync<long>("SELECT count(*) FROM report.snapshot_day")).ShouldBe([5]);
        (await EventsAsync()).ShouldBe(eventsBefore);
        (await QueryAsync<long>("SELECT count(*) FROM report.rejects")).ShouldBe([0]);
        (await RunAsync(new RetentionOptions(), dryRun: false)).Snapshots.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_latest_day_run_again_afterwards_is_as_it_was()
    {
        await PublishAsync(FirstDay, Device(1), Device(2));
        await PublishAsync(FirstDay.AddDays(40), Device(1), Device(2));
        await PublishAsync(FirstDay.AddDays(80), Device(1), Missing(2));
        var events = await EventsAsync();
        var since = await QueryAsync<DateOnly>("SELECT gap_since FROM report.enrollment_gap ORDER BY device_id, snapshot_date");

        await RunAsync(new RetentionOptions { KeepMonthEnds = false }, dryRun: false);
        await PublishAsync(FirstDay.AddDays(80), Device(1), Missing(2));

        (await DaysAsync()).Count.ShouldBe(2);
        events.Count(happened => happened.StartsWith("20260420", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        (await EventsAsync()).ShouldBe(events);
        (await QueryAsync<DateOnly>("SELECT gap_since FROM report.enrollment_gap ORDER BY device_id, snapshot_date")).ShouldBe(since);
    }

    [Fact]
    public async Task Nothing_goes_where_everything_is_kept_for_ever()
    {
        await PublishAsync(FirstDay, Device(1));
        await PublishAsync(FirstDay.AddDays(5), Device(1));

        var result = await RunAsync(new RetentionOptions { ArchiveDays = 0, RejectedDays = 0, SnapshotDays = 0 }, dryRun: false);

        (result.Snapshots.Count, result.RejectedRows, result.ArchiveFolders.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Archived_days_older_than_the_limit_go_and_what_is_no_day_of_a_tenant_stays()
    {
        string[] files = ["contoso/2027-03-02/run/page", "contoso/2027-03-03/run/page", "contoso/notes/page", "another/2020-01-01/run/page"];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(ArchivePath(file))!);
            await File.WriteAllTextAsync(ArchivePath(file), "abc", Cancellation);
        }

        var told = await RunAsync(new RetentionOptions(), dryRun: true);
        files.ShouldAllBe(file => File.Exists(ArchivePath(file)));
        var removed = await RunAsync(new RetentionOptions(), dryRun: false);

        told.ArchiveFolders.ShouldBe([Path.GetDirectoryName(Path.GetDirectoryName(ArchivePath(files[0])))!]);
        told.ArchiveBytes.ShouldBe(3);
        removed.ArchiveFolders.ShouldBe(told.ArchiveFolders);
        files.Select(file => File.Exists(ArchivePath(file))).ShouldBe([false, true, true, true]);
    }

    private string ArchivePath(string file) => Path.Combine(_folder["archive"], file);

    private Task<RetentionResult> RunAsync(RetentionOptions limits, bool dryRun) => new RetentionRun(
        new EtlOptions
        {
            Tenants = [new TenantOptions { Name = "contoso", Graph = new() }],
            Tables = new RuleTables([], [], []),
            Archive = new ArchiveOptions { Path = _folder["archive"] },
            Retention = limits,
        },
        _warehouse, _clock).RunAsync(dryRun, Cancellation);

    private Task<RunRecord> PublishAsync(DateOnly day, params ClassifiedDevice[] devices) =>
        new DeviceLoader(_warehouse, _clock).PublishAsync(Publication(day, devices), progress: null, Cancellation);

    private Task<List<int>> DaysAsync() => QueryAsync<int>("SELECT DISTINCT snapshot_date_key FROM fact.device_snapshot ORDER BY 1");

    private Task<List<string>> EventsAsync() =>
        QueryAsync<string>("SELECT concat(event_date_key, ' ', device_key, ' ', event_type_key) FROM report.fact_device_event ORDER BY 1");

    private Task<List<T>> QueryAsync<T>(string sql) =>
        _warehouse.UseAsync(WarehouseAccess.Read, async session => (await session.Connection.QueryAsync<T>(sql)).AsList(), Cancellation);
}
