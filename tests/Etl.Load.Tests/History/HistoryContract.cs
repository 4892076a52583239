using Dapper;
using Etl.Model.Devices;
using Etl.Model.Runs;
using Etl.Warehouse;
using static Etl.Load.Tests.Sample;

namespace Etl.Load.Tests.History;

/// <summary>
/// History on every store: whatever sequence of snapshots is published, versions, events and lifecycle are those of a simple reference,
/// and days published again or taken back and put back leave no trace.
/// </summary>
public abstract class HistoryContract
{
    private const int Devices = 200;
    private const int Snapshots = 7;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A warehouse without a schema; another name, another warehouse.</summary>
    protected abstract IWarehouse NewWarehouse(string name);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_sequence_of_snapshots_gives_the_history_of_the_reference(int number)
    {
        var warehouse = NewWarehouse("a");
        var snapshots = Tenants.Draw(number, Devices, Snapshots);

        await PublishAsync(warehouse, snapshots);

        (await PublishedHistory.VersionsAsync(warehouse, "contoso")).ShouldBe(NaiveHistory.Versions(snapshots));
        (await PublishedHistory.EventsAsync(warehouse, "contoso")).ShouldBe(NaiveHistory.Events(snapshots));
        (await PublishedHistory.LifecyclesAsync(warehouse, "contoso")).ShouldBe(NaiveHistory.Lifecycles(snapshots));
        (await PublishedHistory.GapsAsync(warehouse, "contoso")).ShouldBe(NaiveHistory.Gaps(snapshots));
        var day = snapshots[^1].Day.AddDays(80);
        var history = await EnrolledHistory.ReadAsync(warehouse, "contoso", day, Cancellation);
        Enumerable.Range(0, Devices).Select(Id).Where(id => history.Contains(id)).ShouldBe(NaiveHistory.EnrolledBefore(snapshots, day));
    }

    [Fact]
    public async Task Days_published_again_leave_the_warehouse_of_days_published_once()
    {
        const int number = 4;
        var disturbed = NewWarehouse("a");
        var undisturbed = NewWarehouse("b");
        var snapshots = Tenants.Draw(number, Devices, Snapshots);
        var mistaken = Tenants.Draw(number + 100, Devices + 20, Snapshots);

        for (var i = 0; i < Snapshots; i++)
        {
            if (i % 2 == number % 2) await PublishAsync(disturbed, snapshots[i] with { Devices = mistaken[i].Devices }, number: 9);
            await PublishAsync(disturbed, snapshots[i]);
            await PublishAsync(undisturbed, snapshots[i]);
            if (i % 3 == 0) await PublishAsync(disturbed, snapshots[i] with { Devices = [.. snapshots[i].Devices.Reverse()] }, number: 2);
        }

        (await WarehouseContents.ReadAsync(disturbed, Cancellation)).ShouldHaveTheRowsOf(await WarehouseContents.ReadAsync(undisturbed, Cancellation));
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(7, 3)]
    public async Task Days_taken_back_are_gone_without_a_trace_and_put_back_as_they_were(int number, int from)
    {
        var warehouse = NewWarehouse("a");
        var shorter = NewWarehouse("b");
        var snapshots = Tenants.Draw(number, Devices, Snapshots);
        foreach (var snapshot in snapshots)
        {
            await PublishAsync(warehouse, snapshot);
            if (snapshot.Day < snapshots[from].Day) await PublishAsync(shorter, snapshot);
        }

        var whole = await WarehouseContents.ReadAsync(warehouse, Cancellation);

        await Loader(warehouse).TakeBackAsync("contoso", snapshots[from].Day, Cancellation);
        var taken = from == 0 ? null : await WarehouseContents.ReadAsync(warehouse, Cancellation);
        for (var i = from; i < Snapshots; i++) await PublishAsync(warehouse, snapshots[i], moreDaysFollow: i < Snapshots - 1);

        if (taken is not null) taken.ShouldHaveTheRowsOf(await WarehouseContents.ReadAsync(shorter, Cancellation));
        (await WarehouseContents.ReadAsync(warehouse, Cancellation)).ShouldHaveTheRowsOf(whole);
    }

    [Fact]
    public async Task Days_put_back_get_their_keys_again_between_those_of_another_tenant()
    {
        var warehouse = NewWarehouse("a");
        var snapshots = Tenants.Draw(9, Devices, 4);
        var others = Tenants.Draw(10, Devices, 4, firstId: 50);
        for (var i = 0; i < snapshots.Count; i++)
        {
            await PublishAsync(warehouse, snapshots[i]);
            await PublishAsync(warehouse, others[i], tenant: "fabrikam");
        }

        var whole = await WarehouseContents.ReadAsync(warehouse, Cancellation);

        await Loader(warehouse).TakeBackAsync("contoso", snapshots[1].Day, Cancellation);
        await PublishAsync(warehouse, snapshots[1], moreDaysFollow: true);
        await PublishAsync(warehouse, others[^1], tenant: "fabrikam", number: 2);
        for (var i = 2; i < snapshots.Count; i++) await PublishAsync(warehouse, snapshots[i], moreDaysFollow: i < snapshots.Count - 1);

        (await WarehouseContents.ReadAsync(warehouse, Cancellation)).ShouldHaveTheRowsOf(whole);
        (await PublishedHistory.EventsAsync(warehouse, "fabrikam")).ShouldBe(NaiveHistory.Events(others));
    }

    [Fact]
    public async Task A_device_that_was_away_returns_as_itself_in_a_version_of_its_own()
    {
        var warehouse = NewWarehouse("a");
        Snapshot[] snapshots =
        [
            new(FirstDay, [Device(1), Device(2)]),
            new(FirstDay.AddDays(1), [Device(1)]),
            new(FirstDay.AddDays(2), [Device(1), Device(3)]),
            new(FirstDay.AddDays(5), [Device(1), Device(2), Device(3)]),
        ];

        await PublishAsync(warehouse, snapshots);

        (await PublishedHistory.EventsAsync(warehouse, "contoso")).ShouldBe(
        [
            $"{Id(2)}|2026-01-31|2026-01-30|Removed|Enrolled|",
            $"{Id(2)}|2026-02-04|2026-02-01|Reappeared|Enrolled|Enrolled",
            $"{Id(3)}|2026-02-01|2026-01-31|Appeared||Enrolled",
        ]);
        (await PublishedHistory.VersionsAsync(warehouse, "contoso")).Where(line => line.StartsWith(Id(2), StringComparison.Ordinal))
            .Select(line => line.Split('|')[1..4]).ShouldBe([["2026-01-30", "2026-01-31", "False"], ["2026-02-04", "9999-12-31", "True"]]);
        (await PublishedHistory.LifecyclesAsync(warehouse, "contoso"))[1].ShouldStartWith($"{Id(2)}|2026-01-30|");
    }

    [Fact]
    public async Task Texts_that_only_look_alike_begin_a_version()
    {
        var warehouse = NewWarehouse("a");
        ClassifiedDevice[] looks =
        [
            Device(1) with { Manufacturer = "a", Model = "b" },
            Device(1) with { Manufacturer = "ab", Model = null },
            Device(1) with { Manufacturer = "a", Model = null, SerialNumber = null, OrganizationalUnit = "b" },
            Device(1) with { Manufacturer = null, Model = "a", SerialNumber = null, OrganizationalUnit = "b" },
        ];

        await PublishAsync(warehouse, [.. looks.Select((device, i) => new Snapshot(FirstDay.AddDays(i), [device]))]);

        (await PublishedHistory.VersionsAsync(warehouse, "contoso")).Count.ShouldBe(looks.Length);
    }

    [Fact]
    public async Task The_trend_compares_with_the_week_and_the_four_weeks_before_and_with_the_target()
    {
        var warehouse = NewWarehouse("a");
        int[] covered = [4, 5, 6, 8];
        int[] days = [0, 20, 28, 30];
        foreach (var (day, count) in days.Zip(covered))
            await Loader(warehouse).PublishAsync(
                Publication(FirstDay.AddDays(day), Enumerable.Range(1, 8).Select(i => i <= count ? Device(i) : Missing(i))) with { CoverageTarget = 0.9 },
                progress: null, Cancellation);

        var trend = await warehouse.UseAsync(WarehouseAccess.Read, async session => (await session.Connection.QueryAsync<(decimal, decimal?, decimal?, decimal?)>(
            "SELECT coverage, coverage_change_7_days, coverage_change_28_days, gap_to_target FROM report.coverage_trend ORDER BY snapshot_date")).AsList(), Cancellation);

        trend.ShouldBe([(0.5m, null, null, 0.4m), (0.625m, null, null, 0.275m), (0.75m, 0.125m, 0.25m, 0.15m), (1m, 0.375m, 0.5m, -0.1m)]);
    }

    [Fact]
    public async Task Time_to_enroll_is_told_by_month_and_method_with_nearest_rank_percentiles()
    {
        var warehouse = NewWarehouse("a");
        var joined = new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);
        var devices = Enumerable.Range(1, 10).Select(i => Device(i) with { Registered = joined, Enrolled = joined.AddHours(i) }).ToList();
        devices.Add(Device(11) with { Registered = joined, Enrolled = joined.AddHours(-1) });
        devices.Add(Device(12) with { Registered = joined, Enrolled = joined.AddDays(30).AddMinutes(20), EnrollmentMethod = "EntraJoin" });
        devices.Add(Missing(13) with { Registered = joined });

        await PublishAsync(warehouse, new Snapshot(FirstDay, devices));

        var waits = await warehouse.UseAsync(WarehouseAccess.Read, async session => (await session.Connection.QueryAsync<(DateTime, string, long, decimal, decimal)>(
            "SELECT month, enrollment_method, devices, median_hours, p90_hours FROM report.time_to_enroll ORDER BY month")).AsList(), Cancellation);
        waits.ShouldBe([(new DateTime(2026, 1, 1), "GroupPolicy", 10, 5m, 9m), (new DateTime(2026, 2, 1), "EntraJoin", 1, 720.33m, 720.33m)]);
    }

    private static async Task PublishAsync(IWarehouse warehouse, IEnumerable<Snapshot> snapshots)
    {
        foreach (var snapshot in snapshots) await PublishAsync(warehouse, snapshot);
    }

    private static Task<RunRecord> PublishAsync(
        IWarehouse warehouse, Snapshot snapshot, string tenant = "contoso", int number = 1, bool moreDaysFollow = false) =>
        Loader(warehouse).PublishAsync(
            Publication(snapshot.Day, snapshot.Devices, tenant, number) with { MoreDaysFollow = moreDaysFollow }, progress: null, Cancellation);

    private static DeviceLoader Loader(IWarehouse warehouse) => new(warehouse, TimeProvider.System);
}
