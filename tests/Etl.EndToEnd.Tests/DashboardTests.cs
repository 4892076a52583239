using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using Etl.Dashboard.Data;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Warehouse;

namespace Etl.EndToEnd.Tests;

/// <summary>The pages as they come over the wire; one service for all, on Monday and Tuesday of the small tenant.</summary>
public sealed partial class DashboardTests(SimulatedDays days)
{
    private static readonly string[] Pages = ["/", "/matrix", "/gaps", "/methods", "/devices", "/runs"];

    [Fact]
    public async Task Pages_show_what_is_published_link_it_and_let_it_be_downloaded()
    {
        using var place = days.OnTuesday(new Uri("http://127.0.0.1:9/v1.0"));
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        using var serve = await ServeProcess.StartAsync(place);

        foreach (var path in Pages) await ShouldBeAPageAsync(serve, path);
        await ShouldFilterByLinkAsync(serve, place);
        await ShouldDownloadWhatIsExportedAsync(serve, place);
        await ShouldShowTheTimelineOfADeviceAsync(serve, place);
        foreach (var asset in new[] { "/_content/MudBlazor/MudBlazor.min.css", "/_content/Etl.Dashboard/dashboard.css", "/_content/Etl.Dashboard/favicon.svg" })
            (await serve.Http.GetByteArrayAsync(new Uri(asset, UriKind.Relative), TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(100, asset);
        (await StatusAsync(serve, "/api/runs", HttpMethod.Post)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(serve, "/", HttpMethod.Get, host: "rebound.example")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task With_a_key_nobody_sees_a_page_without_it_and_a_run_can_be_asked_for()
    {
        const string key = "0123456789abcdef-key";
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var place = days.OnTuesday(graph.BaseUrl);
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        place.Environment["ETL_Dashboard__ApiKey"] = key;
        using var published = Moment.OfLine(": Published for");
        using var serve = await ServeProcess.StartAsync(place, published.Told);

        foreach (var path in Pages.Append("/metrics").Append("/export/devices.csv")) (await StatusAsync(serve, path, HttpMethod.Get)).ShouldBe(HttpStatusCode.Unauthorized, path);
        (await StatusAsync(serve, "/", HttpMethod.Get, "another-key-of-16")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(serve, "/healthz/live", HttpMethod.Get)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(serve, "/metrics", HttpMethod.Get, key)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(serve, "/api/runs?tenant=nobody", HttpMethod.Post, key)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(serve, "/api/runs?tenant=contoso", HttpMethod.Post, key)).ShouldBe(HttpStatusCode.Accepted);
        await published.WaitAsync();

        (await serve.StopAsync()).Error.ShouldNotContain(key);
    }

    [Fact]
    public async Task A_device_whose_last_day_is_no_longer_kept_shows_as_on_the_day_before()
    {
        using var place = days.OnTuesday(new Uri("http://127.0.0.1:9/v1.0"));
        var warehouse = WarehouseFactory.Create(place.Store, TimeProvider.System);
        using var reports = new DashboardReports(warehouse, TimeProvider.System);
        var view = (await reports.ViewAsync(new Filter())).ShouldNotBeNull();
        var device = (await reports.DevicesAsync(view, new Filter())).Devices[0];
        var before = device.SnapshotDate.AddDays(-1);
        await warehouse.UseAsync(
            WarehouseAccess.Write,
            session => session.Connection.ExecuteAsync(
                "UPDATE fact.device_snapshot SET snapshot_date_key = $before", new { before = SnapshotDays.KeyOf(before) }),
            TestContext.Current.CancellationToken);

        var shown = (await reports.DeviceAsync(view, device.DeviceId)).ShouldNotBeNull();

        (shown.SnapshotDate, shown.DeviceName).ShouldBe((before, device.DeviceName));
    }

    private static async Task ShouldBeAPageAsync(ServeProcess serve, string path)
    {
        using var answer = await serve.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        html.ShouldContain("contoso, 2026-10-24, the latest published day", Case.Sensitive, path);
        html.ShouldNotContain("<script");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        Elsewhere().IsMatch(html).ShouldBeFalse(path);
    }

    private static async Task ShouldFilterByLinkAsync(ServeProcess serve, Workplace place)
    {
        var devices = Csv.Rows(await place.ReadAsync(ExportDataset.Devices)).ToList();
        var expected = devices.Count(row => row["join_type"] == "EntraJoined" && row["platform"] == "Windows" && row["enrollment_state"] == "Enrolled");

        var html = await GetAsync(serve, "/devices?join=EntraJoined&platform=Windows&state=Enrolled");

        html.ShouldContain($">{expected} devices");
        html.ShouldContain("<option value=\"EntraJoined\" selected");
        var one = devices.First(row => row["serial_number"].Length > 5);
        (await GetAsync(serve, "/devices?q=" + Uri.EscapeDataString(one["serial_number"].ToLowerInvariant()))).ShouldContain($"/device/{one["device_id"]}?");
        (await GetAsync(serve, "/devices?q=%25%25")).ShouldContain(">0 devices");
    }

    private static async Task ShouldDownloadWhatIsExportedAsync(ServeProcess serve, Workplace place)
    {
        foreach (var dataset in new[] { ExportDataset.Devices, ExportDataset.Coverage, ExportDataset.Gaps, ExportDataset.Runs })
        {
            var path = $"/export/{ExportDatasets.NameOf(dataset)}.csv" + (dataset == ExportDataset.Runs ? "" : "?tenant=contoso&date=2026-10-24");
            Csv.ShouldBeSame(await GetAsync(serve, path), await place.ReadAsync(dataset));
        }
    }

    private static async Task ShouldShowTheTimelineOfADeviceAsync(ServeProcess serve, Workplace place)
    {
        var device = Csv.Rows(await place.ReadAsync(ExportDataset.Devices)).First(row => row["serial_number"].Length > 5);

        var html = await GetAsync(serve, $"/device/{device["device_id"]}?tenant=contoso");

        html.ShouldContain(WebUtility.HtmlEncode(device["serial_number"]));
        html.ShouldContain("No change between published days.");
    }

    private static async Task<string> GetAsync(ServeProcess serve, string path) =>
        await serve.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> StatusAsync(ServeProcess serve, string path, HttpMethod method, string? key = null, string? host = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        request.Headers.Host = host;
        using var answer = await serve.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    [GeneratedRegex("(src|href)=\"(https?:)?//", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Elsewhere();
}
