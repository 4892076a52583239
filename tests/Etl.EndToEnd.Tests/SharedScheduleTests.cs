using System.Text.Json.Nodes;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Simulator;
using Etl.SqlServer.Testing;

namespace Etl.EndToEnd.Tests;

/// <summary>Two services that share one schedule in the warehouse.</summary>
public sealed class SharedScheduleTests(SimulatedDays days, SqlServerDatabases databases) : IClassFixture<SqlServerDatabases>
{
    private const string Key = "0123456789abcdef";

    // Nothing is due, and nothing missed: what the other one does it has from the schedule alone.
    [Fact]
    public async Task The_one_that_works_is_killed_the_other_takes_its_run_over_and_the_day_is_published_once()
    {
        using var reading = Moment.OfRequest(10);
        using var isKilled = new ManualResetEventSlim();
        await using var graph = await SimulatedDays.ServeAsync(days.Monday, new GraphServerOptions
        {
            OnRequest = _ =>
            {
                reading.Requested();
                if (reading.Come.IsCompleted) isKilled.Wait(TestContext.Current.CancellationToken);
            },
        });
        using var place = days.Empty(graph.BaseUrl, days.Monday);
        place.UseSqlServer(databases.Empty("shared"));
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off", ["JobStore"] = "Warehouse" };
        place.TenantSettings["Graph"]!["PageSize"] = 15;
        place.Environment["ETL_Dashboard__ApiKey"] = Key;
        using var firstWorks = Moment.OfLine(": run as of");
        using var secondWorks = Moment.OfLine(": run as of");
        using var published = Moment.OfLine(": Published for");

        using var first = await ServeProcess.StartAsync(place, line => Tell(line, firstWorks, published));
        using var second = await ServeProcess.StartAsync(place, line => Tell(line, secondWorks, published));
        await RunNowAsync(first);
        await reading.WaitAsync();
        (firstWorks.Come.IsCompleted, secondWorks.Come.IsCompleted).ShouldBeOneOf((true, false), (false, true));
        var (worker, other) = firstWorks.Come.IsCompleted ? (first, second) : (second, first);
        worker.Kill();
        await worker.Ended;
        isKilled.Set();
        await published.WaitAsync();

        (await other.StopAsync()).ShouldEndWith(EtlResult.Done);
        Csv.Rows(await place.ReadAsync(ExportDataset.Runs)).DistinctBy(row => row["run_id"]).Select(row => row["state"]).ShouldBe(["Failed", "Published"]);
    }

    private static void Tell(string line, params Moment[] moments) => Array.ForEach(moments, moment => moment.Told(line));

    private static async Task RunNowAsync(ServeProcess serve)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/runs", UriKind.Relative));
        request.Headers.Add("X-Api-Key", Key);
        using var answer = await serve.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
