using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using DuckDB.NET.Data;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Simulator;

namespace Etl.EndToEnd.Tests;

/// <summary>The service, as a service manager starts, kills and stops it. Midnight has always passed: what was due then is run at once.</summary>
public sealed class ServeTests(SimulatedDays days)
{
    private const string Midnight = "0 0 0 * * ?";
    private const string ApiKey = "a-key-for-scripts-only";

    [Fact]
    public async Task It_publishes_what_was_due_is_ready_then_and_stops_when_it_is_told_to()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var place = days.Empty(graph.BaseUrl, days.Monday);
        place.Settings["Schedule"] = new JsonObject { ["Run"] = Midnight };
        using var published = Moment.OfLine(": Published for");

        using var serve = await ServeProcess.StartAsync(place, published.Told);
        (await GetAsync(serve, "healthz/live")).ShouldBe("live\n");
        await published.WaitAsync();

        (await GetAsync(serve, "healthz/ready")).ShouldBe("ready\n");
        var metrics = await GetAsync(serve, "metrics");
        metrics.Split('\n').ShouldContain(line => line.StartsWith("etl_runs_total{", StringComparison.Ordinal)
            && line.Contains("state=\"Published\"", StringComparison.Ordinal) && line.Contains("} 1", StringComparison.Ordinal));
        metrics.ShouldContain("etl_stage_duration_seconds_count{");
        metrics.ShouldContain("etl_coverage{");
        (await serve.StopAsync()).ShouldEndWith(EtlResult.Done);
        ShouldHaveRuns(await place.ReadAsync(ExportDataset.Runs), "Published");
    }

    [Fact]
    public async Task Every_line_of_a_run_bears_its_tenant_and_id_whoever_writes_it()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday, new GraphServerOptions { Faults = FaultProfile.Throttled });
        using var place = days.Empty(graph.BaseUrl, days.Monday);
        place.AddTenant("fabrikam", graph.BaseUrl);
        place.Settings["Schedule"] = new JsonObject { ["Run"] = Midnight };
        place.Environment["ETL_Dashboard__ApiKey"] = ApiKey;
        using var published = Moment.OfLine(": Published for", times: 2);

        using var serve = await ServeProcess.StartAsync(place, published.Told);
        await published.WaitAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/runs?tenant=fabrikam") { Headers = { { "X-Api-Key", ApiKey } } };
        (await serve.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await serve.StopAsync()).ShouldEndWith(EtlResult.Done);

        await ShouldNameTheRunAsync(place, "Etl.Cli.Serving.RunLog", "Etl.Pipeline.Scheduling.ScheduledRuns");
        Lines(place).Single(line => Writer(line) == "Etl.Cli.Serving.RunNow").GetProperty("Tenant").GetString().ShouldBe("fabrikam");
    }

    [Fact]
    public async Task Of_two_on_one_warehouse_the_one_that_works_is_killed_and_the_day_is_published_once()
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
        place.Settings["Schedule"] = new JsonObject { ["Run"] = Midnight };
        place.TenantSettings["Graph"]!["PageSize"] = 15;
        using var published = Moment.OfLine(": Published for");

        using var first = await ServeProcess.StartAsync(place, published.Told);
        await reading.WaitAsync();
        using var second = await ServeProcess.StartAsync(place, published.Told);
        first.Kill();
        await first.Ended;
        isKilled.Set();
        await published.WaitAsync();
        using var third = await ServeProcess.StartAsync(place);
        (await GetAsync(third, "healthz/ready")).ShouldBe("ready\n");

        (await second.StopAsync()).ShouldEndWith(EtlResult.Done);
        (await third.StopAsync()).ShouldEndWith(EtlResult.Done);
        ShouldHaveRuns(await place.ReadAsync(ExportDataset.Runs), "Failed", "Published");
    }

    [Fact]
    public async Task A_change_for_the_worse_is_posted_once_in_the_operators_own_words()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        await using var receiver = await WebhookReceiver.StartAsync();
        using var place = days.Empty(graph.BaseUrl, days.Monday);
        File.WriteAllText(place.AdFile, "ObjectGUID,Name\n");
        place.Settings["Schedule"] = new JsonObject { ["Run"] = Midnight };
        place.Settings["Alerts"] = new JsonObject
        {
            ["StatePath"] = "alerts.json",
            ["Webhooks"] = new JsonArray(new JsonObject { ["On"] = "Held", ["Template"] = """{"card":"{condition} {state}: {message}"}""" }),
        };
        place.Environment["ETL_Alerts__Webhooks__0__Url"] = receiver.Address;

        using var serve = await ServeProcess.StartAsync(place);
        var body = JsonDocument.Parse(await receiver.NextAsync()).RootElement.GetProperty("card").GetString()!;

        body.ShouldStartWith("Held raised: contoso: the run of ");
        body.ShouldContain("EmptySource");
        var ended = (await serve.StopAsync()).ShouldEndWith(EtlResult.Done);
        ended.Error.ShouldNotContain(receiver.Address);
        receiver.Received.ShouldBe(1);
        await ShouldNameTheRunAsync(place, "Etl.Cli.Serving.RunLog", "Etl.Pipeline.Alerts.LogChannel");
    }

    [Theory]
    [InlineData("Dashboard", "Url", "http://0.0.0.0:8080", "Dashboard:Url: http://0.0.0.0:8080 can be reached from other machines")]
    [InlineData("Schedule", "JobStore", "Warehouse", "Schedule:JobStore: Warehouse needs Warehouse:Provider SqlServer, which is DuckDb")]
    [InlineData("Schedule", "Run", "daily", "Schedule:Run: 'daily' is no Quartz cron expression")]
    public async Task It_does_not_start_with_a_configuration_that_is_wrong(string section, string key, string value, string sentence)
    {
        using var place = Workplace.For(new Uri("http://127.0.0.1:9/v1.0"));
        place.Settings[section] = new JsonObject { [key] = value };

        (await place.EtlAsync("serve")).ShouldRefuse(EtlResult.WrongConfiguration, sentence);
    }

    [Fact]
    public async Task Where_it_cannot_listen_it_says_so_in_a_sentence()
    {
        using var place = Workplace.For(new Uri("http://127.0.0.1:9/v1.0"));
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        using var first = await ServeProcess.StartAsync(place);
        var taken = first.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

        place.Settings["Dashboard"] = new JsonObject { ["Url"] = taken };
        (await place.EtlAsync("serve")).ShouldRefuse(EtlResult.Failed, $"Dashboard:Url: {taken} cannot be listened at", "in use");
        place.Environment["ETL_Dashboard__ApiKey"] = ApiKey;
        place.Settings["Dashboard"] = new JsonObject { ["Url"] = "http://192.0.2.1:8080" };
        (await place.EtlAsync("serve")).ShouldRefuse(EtlResult.Failed, "Dashboard:Url: http://192.0.2.1:8080 cannot be listened at", "assign");
        place.Settings["Dashboard"] = new JsonObject { ["Url"] = "https://127.0.0.1:0" };
        (await place.EtlAsync("serve")).ShouldRefuse(EtlResult.WrongConfiguration, "Dashboard:Url: https://127.0.0.1:0 needs a certificate");
    }

    [Fact]
    public async Task A_page_of_a_warehouse_that_cannot_be_read_says_why_and_is_no_success_to_a_monitor()
    {
        using var place = Workplace.For(new Uri("http://127.0.0.1:9/v1.0"));
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        await File.WriteAllTextAsync(place.WarehouseFile, new string('?', 8192), TestContext.Current.CancellationToken);
        using var serve = await ServeProcess.StartAsync(place);

        using var answer = await serve.Http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("warehouse.duckdb is not a DuckDB file");
    }

    [Fact]
    public async Task A_warehouse_of_an_earlier_version_is_upgraded_when_it_starts()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var place = days.OnTuesday(graph.BaseUrl);
        await using (var warehouse = new DuckDBConnection($"Data Source={place.WarehouseFile}"))
        {
            await warehouse.OpenAsync(TestContext.Current.CancellationToken);
            await warehouse.ExecuteAsync("UPDATE ops.schema_version SET hash = 'of an earlier text' WHERE script LIKE 'views/%'");
        }

        (await place.EtlAsync("status")).ShouldRefuse(EtlResult.Failed, "etl migrate");
        place.Settings["Schedule"] = new JsonObject { ["Run"] = Midnight };
        using var published = Moment.OfLine(": Published for");
        using var serve = await ServeProcess.StartAsync(place, published.Told);
        await published.WaitAsync();

        (await serve.StopAsync()).ShouldEndWith(EtlResult.Done);
        (await place.EtlAsync("status")).ShouldEndWith(EtlResult.Done);
    }

    private static void ShouldHaveRuns(string runs, params string[] states) =>
        Csv.Rows(runs).DistinctBy(row => row["run_id"]).Select(row => row["state"]).ShouldBe(states);

    private static async Task<string> GetAsync(ServeProcess serve, string path)
    {
        using var answer = await serve.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }

    private static async Task ShouldNameTheRunAsync(Workplace place, params string[] writers)
    {
        var tenants = Csv.Rows(await place.ReadAsync(ExportDataset.Runs)).DistinctBy(row => row["run_id"])
            .ToDictionary(row => Guid.Parse(row["run_id"]), row => row["tenant"]);
        var lines = Lines(place).Where(line => writers.Contains(Writer(line))).ToList();

        lines.Select(Writer).Distinct().ShouldBe(writers, ignoreOrder: true);
        lines.Select(line => line.GetProperty("RunId").GetGuid()).Distinct().ShouldBe(tenants.Keys, ignoreOrder: true);
        foreach (var line in lines) line.GetProperty("Tenant").GetString().ShouldBe(tenants[line.GetProperty("RunId").GetGuid()]);
    }

    private static IEnumerable<JsonElement> Lines(Workplace place) =>
        File.ReadLines(Directory.GetFiles(place.PathOf("data/logs")).ShouldHaveSingleItem()).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Writer(JsonElement line) => line.GetProperty("SourceContext").GetString()!;
}
