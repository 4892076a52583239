using System.Globalization;
using Etl.Model.Runs;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;
using Etl.Warehouse.Runs;

namespace Etl.Pipeline.Tests.Scheduling.Soak;

/// <summary>
/// Two nodes on one warehouse, and a clock that is moved from one scheduled time to the next: Quartz's own scheduler as the service
/// registers it, Graph over a socket, a real store. What is expected is told from the zone's rules alone. The whole of 400 days takes
/// minutes, nearly all of them in the store, so that by itself only the days run on which something happens: clocks are changed, a leap
/// day, a death, an outage. <see cref="ScheduleTests"/> has the times of every day in every zone.
/// </summary>
public abstract class SoakContract
{
    /// <summary>Where it is set, the 400 days run too.</summary>
    protected const string WholeVariable = "ETL_TEST_SOAK";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Europe/Berlin", "02:30", "2027-10-30", 1, 2)]
    [InlineData("Europe/Berlin", "02:30", "2028-02-28", 1, 2)]
    [InlineData("Europe/Berlin", "02:30", "2028-03-25", 1, 0)]
    [InlineData("Australia/Lord_Howe", "02:15", "2027-10-02", 1, 2)]
    [InlineData("Australia/Lord_Howe", "01:45", "2028-04-01", 2, 1)]
    public Task Each_day_of_a_few_is_published_once(string zone, string time, string first, int death, int outage) =>
        ShouldPublishEachDayOnceAsync(zone, TimeOnly.Parse(time, CultureInfo.InvariantCulture), DateOnly.Parse(first, CultureInfo.InvariantCulture),
            days: 3, deaths: [death], outages: [outage]);

    /// <summary>An empty warehouse.</summary>
    protected abstract WarehouseOptions Empty();

    /// <param name="deaths">Days, counted from 0, on which the node that works dies while it reads.</param>
    /// <param name="outages">Days on which no node is there at the scheduled time; both start five hours later.</param>
    protected async Task ShouldPublishEachDayOnceAsync(string zoneId, TimeOnly time, DateOnly first, int days, int[] deaths, int[] outages)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var due = Enumerable.Range(0, days + 1).Select(day => WallClock.At(zone, first.AddDays(day), time)).ToList();
        var clock = new SoakClock(due[0].AddHours(-1));
        await using var graph = await HeldGraph.StartAsync(first, Cancellation);
        var options = Options(graph.Tenant, zoneId, time);
        List<SoakNode> nodes = [await StartAsync(), await StartAsync()];

        for (var day = 0; day < days; day++)
        {
            graph.Serve(day);
            if (outages.Contains(day)) await MissAsync(due[day]);
            else if (deaths.Contains(day)) await DieAsync(due[day]);
            else await RunAsync(due[day]);
            foreach (var node in nodes) (await node.NextTimeAsync(graph.Tenant, Cancellation)).ShouldBe(due[day + 1]);
        }

        foreach (var node in nodes) await node.DisposeAsync();
        await ShouldBeInJournalAsync();

        Task<SoakNode> StartAsync() => SoakNode.StartAsync(options, clock, Cancellation);

        async Task RunAsync(DateTimeOffset at)
        {
            clock.SetUtcNow(at);
            foreach (var node in nodes) (await node.NextEndAsync(Cancellation)).ShouldBe(at);
        }

        async Task DieAsync(DateTimeOffset at)
        {
            var isReading = graph.Hold();
            clock.SetUtcNow(at);
            await isReading;
            var victim = nodes.Where(node => node.HasClaim).ShouldHaveSingleItem();
            await victim.DieAsync();
            graph.Release();
            nodes.Remove(victim);
            await nodes[0].NextEndAsync(Cancellation);
            await victim.DisposeAsync();
            clock.SetUtcNow(at.AddMinutes(1));
            nodes.Add(await StartAsync());
            // It finds a time of today that has passed, and the day published.
            await nodes[1].NextEndAsync(Cancellation);
        }

        async Task MissAsync(DateTimeOffset at)
        {
            foreach (var node in nodes) await node.DisposeAsync();
            clock.SetUtcNow(at.AddHours(5));
            nodes = [await StartAsync(), await StartAsync()];
            foreach (var node in nodes) await node.NextEndAsync(Cancellation);
        }

        async Task ShouldBeInJournalAsync()
        {
            var warehouse = WarehouseFactory.Create(options.Warehouse, TimeProvider.System);
            var runs = (await new RunJournal(warehouse).ListAsync(graph.Tenant.Name, 2 * days, Cancellation)).Reverse().ToList();
            var expected = Enumerable.Range(0, days).Select(day => (first.AddDays(day), outages.Contains(day) ? due[day].AddHours(5) : due[day]));
            runs.Where(run => run.State == RunState.Published).Select(run => (run.SnapshotDate, run.AsOf)).ShouldBe(expected);
            runs.Where(run => run.State != RunState.Published).Select(run => (run.SnapshotDate, run.State))
                .ShouldBe(deaths.Select(day => (first.AddDays(day), RunState.Failed)));
            var shown = await warehouse.UseAsync(WarehouseAccess.Read, session => SnapshotDays.ReadAsync(session, graph.Tenant.Name, Cancellation), Cancellation);
            shown.Select(day => day.SnapshotDate).ShouldBe(Enumerable.Range(0, days).Select(first.AddDays));
        }
    }

    private EtlOptions Options(TenantOptions tenant, string zoneId, TimeOnly time) => new()
    {
        Tenants = [tenant],
        Tables = new RuleTables([], [], []),
        Warehouse = Empty() with { ReportingTimeZone = zoneId },
        Archive = new ArchiveOptions { Enabled = false },
        Quality = new QualityOptions { MaxShrinkPercent = 100, MaxCountGapPercent = 100, MaxRejectedPercent = 100 },
        Schedule = new ScheduleOptions { Run = $"0 {time.Minute} {time.Hour} * * ?", Retention = ScheduleOptions.Off, ShutdownSeconds = 0 },
    };
}
