using System.Globalization;
using System.Text.Json.Nodes;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;

namespace Etl.EndToEnd.Tests;

/// <summary>Traces and metrics, as a collector gets them.</summary>
public sealed class TelemetryTests(SimulatedDays days)
{
    private static readonly string[] Stages = ["extract", "transform", "load"];

    [Fact]
    public async Task A_run_is_a_span_with_one_a_stage_and_one_a_page_below_and_its_metrics_go_out_too()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        await using var receiver = await OtlpReceiver.StartAsync();
        using var place = days.Empty(graph.BaseUrl, days.Monday);
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "0 0 0 * * ?" };
        place.TenantSettings["Graph"]!["PageSize"] = 100;
        place.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Endpoint;
        place.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        using var published = Moment.OfLine(": Published for");

        using (var serve = await ServeProcess.StartAsync(place, published.Told))
        {
            await published.WaitAsync();
            (await serve.StopAsync()).ShouldEndWith(EtlResult.Done);
        }

        var run = receiver.Spans.Single(span => span.Name == "run");
        run.Parent.ShouldBeEmpty();
        receiver.Spans.ShouldAllBe(span => span.Trace == run.Trace);
        var stages = receiver.Spans.Where(span => span.Parent == run.Id).ToList();
        stages.Select(stage => stage.Name).ShouldBe(Stages, ignoreOrder: true);
        var pages = receiver.Spans.Where(span => span.Parent == stages.Single(stage => stage.Name == "extract").Id).ToList();
        pages.ShouldAllBe(page => page.Name == "page");
        pages.Count.ShouldBe(Csv.Rows(await place.ReadAsync(ExportDataset.Runs)).Sum(row => int.Parse(row["pages"], CultureInfo.InvariantCulture)));
        pages.Count.ShouldBeGreaterThan(3);
        receiver.Spans.Count.ShouldBe(1 + stages.Count + pages.Count);
        string[] metrics = ["etl.runs", "etl.rows.read", "etl.rows.rejected", "etl.requests.retried", "etl.throttled", "etl.run.duration", "etl.stage.duration"];
        metrics.ShouldBeSubsetOf(receiver.Metrics);
    }
}
