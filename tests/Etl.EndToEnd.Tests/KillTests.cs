using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Simulator;

namespace Etl.EndToEnd.Tests;

/// <summary>SIGKILL at moments that are seen from outside, and what the next run makes of what is left.</summary>
public sealed class KillTests(SimulatedDays days)
{
    private const string WriteAheadLog = "warehouse.duckdb.wal";

    private static readonly Dictionary<string, Func<Workplace, Moment>> Moments = new(StringComparer.Ordinal)
    {
        ["the warehouse is being made"] = place => Moment.OfFile(place.Folder, "warehouse.duckdb.*.new", times: 1),
        ["its first tables are written"] = place => Moment.OfFile(place.Folder, WriteAheadLog, times: 1),
        ["the journal is being written"] = place => Moment.OfFile(place.Folder, WriteAheadLog, times: 1),
        ["half of the pages are read"] = _ => Moment.OfRequest(20),
        ["the load begins to write"] = place => Moment.OfFile(place.Folder, WriteAheadLog, times: 2),
        ["all is staged and nothing published"] = _ => Moment.OfLine(": load: "),
        ["the publish is being written"] = place => Moment.OfWriteAfterLine(place.Folder, WriteAheadLog, ": load: "),
        ["the run has just said that it published"] = _ => Moment.OfLine(": Published after"),
    };

    [Theory]
    [InlineData("the journal is being written")]
    [InlineData("half of the pages are read")]
    [InlineData("the load begins to write")]
    [InlineData("all is staged and nothing published")]
    [InlineData("the publish is being written")]
    [InlineData("the run has just said that it published")]
    public async Task Killed_on_the_second_day_it_leaves_one_day_or_two_and_the_next_run_two(string moment)
    {
        await using var killed = await KillAsync(graph => days.OnTuesday(graph), days.Tuesday, moment);

        var left = await killed.Place.PublishedAsync();
        if (left != days.OfMonday) left.ShouldBe(days.OfBoth);
        (await killed.Place.RunAsync(days.Tuesday)).ShouldEndWith(EtlResult.Done);

        (await killed.Place.PublishedAsync()).ShouldBe(days.OfBoth);
        Csv.Rows(await killed.Place.ReadAsync(ExportDataset.Runs)).ShouldAllBe(run => run["state"] != "Running");
    }

    [Theory]
    [InlineData("the warehouse is being made")]
    [InlineData("its first tables are written")]
    public async Task Killed_on_the_first_day_of_all_it_leaves_a_warehouse_that_the_next_run_completes(string moment)
    {
        await using var killed = await KillAsync(graph => days.Empty(graph, days.Monday), days.Monday, moment);

        (await killed.Place.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done);

        (await killed.Place.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    private static async Task<ServedWorkplace> KillAsync(Func<Uri, Workplace> prepare, SimulatedDay day, string momentName)
    {
        Moment? moment = null;
        var graph = await SimulatedDays.ServeAsync(day, new GraphServerOptions { OnRequest = _ => moment!.Requested() });
        var place = prepare(graph.BaseUrl);
        place.TenantSettings["Graph"]!["PageSize"] = 15;
        using (moment = Moments[momentName](place))
        {
            using var etl = place.Start(Workplace.RunArguments(day), moment.Told);
            (await Task.WhenAny(moment.Come, etl.Ended)).ShouldBe(moment.Come, "the run ended before that moment came");
            etl.Kill();
            await etl.Ended;
        }

        return new ServedWorkplace(graph, place);
    }
}
