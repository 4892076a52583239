using System.Globalization;
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
        using (var blank = await serve.Http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken))
            (await blank.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("X-Api-Key");
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

    [Fact]
    public async Task A_day_whose_devices_are_no_longer_kept_says_so_and_not_that_it_had_none()
    {
        using var place = days.OnTuesday(new Uri("http://127.0.0.1:9/v1.0"));
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        await WarehouseFactory.Create(place.Store, TimeProvider.System).UseAsync(
            WarehouseAccess.Write,
            session => session.Connection.ExecuteAsync("""
                DELETE FROM fact.device_snapshot;
                INSERT INTO fact.device_event (event_date_key, tenant_key, device_key, device_version_key, event_type_key, old_code, new_code, previous_date_key)
                SELECT 20261024, tenant_key, device_key, device_version_key, (SELECT event_type_key FROM dim.event_type WHERE code = 'Enrolled'), NULL, 'Enrolled', 20261023
                FROM dim.device
                WHERE device_key = 1
                """),
            TestContext.Current.CancellationToken);
        var happenedTo = await WarehouseFactory.Create(place.Store, TimeProvider.System).UseAsync(
            WarehouseAccess.Read,
            session => session.Connection.ExecuteScalarAsync<string>("SELECT device_id FROM report.dim_device WHERE device_key = 1"),
            TestContext.Current.CancellationToken);
        using var serve = await ServeProcess.StartAsync(place);

        foreach (var path in Pages.SkipLast(1))
        {
            var html = await GetAsync(serve, path + "?date=2026-10-24");
            html.ShouldContain("The devices of 2026-10-24 were removed by retention", Case.Sensitive, path);
            html.ShouldContain("/export/coverage.csv?tenant=contoso&amp;date=2026-10-24", Case.Sensitive, path);
            if (path != "/") html.ShouldContain("href=\"/?tenant=contoso&amp;date=2026-10-24\">Go to the coverage of this day", Case.Sensitive, path);
        }

        // What was counted of the day is kept, and shown; there are no devices that a number could lead to.
        var coverage = Csv.Rows(await GetAsync(serve, "/export/coverage.csv?date=2026-10-24"));
        long Sum(string column) => coverage.Sum(row => long.Parse(row[column], CultureInfo.InvariantCulture));
        var shown = await GetAsync(serve, "/?date=2026-10-24");
        shown.ShouldContain($">{Sum("covered")} of {Sum("in_scope")} devices in scope");
        shown.ShouldNotContain("href=\"/devices?tenant=contoso&amp;date=2026-10-24&amp;");
        Csv.Rows(await GetAsync(serve, "/table/coverage-by-join-type.csv?date=2026-10-24")).Sum(row => long.Parse(row["covered"], CultureInfo.InvariantCulture))
            .ShouldBe(Sum("covered"));

        var device = await GetAsync(serve, $"/device/{happenedTo}");
        device.ShouldContain("What this device was is no longer kept");
        device.ShouldContain("<time datetime=\"2026-10-24\">");
        (await StatusAsync(serve, "/device/nobody", HttpMethod.Get)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(serve, "/table/gap-reasons.csv?date=2026-10-24", HttpMethod.Get)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("İSTANBUL-1", 1)]
    [InlineData("straße", 1)]
    [InlineData("ΟΔΟΣ", 1)]
    [InlineData("οδοσ", 1)]
    [InlineData("istanbul", null)]
    public async Task A_search_finds_the_same_in_the_list_and_in_its_file_whatever_the_letters(string text, int? found)
    {
        using var place = days.OnTuesday(new Uri("http://127.0.0.1:9/v1.0"));
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        await WarehouseFactory.Create(place.Store, TimeProvider.System).UseAsync(
            WarehouseAccess.Write,
            session => session.Connection.ExecuteAsync("""
                UPDATE dim.device SET device_name = named.device_name
                FROM (VALUES (1, 'İSTANBUL-1'), (2, 'istanbul-2'), (3, 'ΟΔΟΣ-1'), (4, 'straße')) AS named (device_key, device_name)
                WHERE named.device_key = device.device_key
                """),
            TestContext.Current.CancellationToken);
        using var serve = await ServeProcess.StartAsync(place);

        var listed = Csv.Rows(await GetAsync(serve, "/export/devices.csv?q=" + Uri.EscapeDataString(text))).Count;

        (await GetAsync(serve, "/devices?q=" + Uri.EscapeDataString(text))).ShouldContain(listed == 1 ? ">1 device<" : $">{listed} devices<");
        if (found is not null) listed.ShouldBe(found.Value);
    }

    [Fact]
    public async Task Runs_are_shown_before_anything_is_published()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var place = days.Empty(graph.BaseUrl, days.Monday);
        File.WriteAllText(place.AdFile, "ObjectGUID,Name\n");
        (await place.EtlAsync("run")).ShouldEndWith(EtlResult.Held);
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        using var serve = await ServeProcess.StartAsync(place);

        var html = await GetAsync(serve, "/runs");

        html.ShouldContain("Nothing is published yet:");
        html.ShouldContain("EmptySource");
        (await GetAsync(serve, "/")).ShouldContain("Nothing is published yet:");
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
        (await GetAsync(serve, "/devices?page=999")).ShouldContain($">{devices.Count} devices");
        (await GetAsync(serve, "/runs?tenant=CONTOSO")).ShouldContain("<td>Published</td>");
        (await GetAsync(serve, "/runs?date=2020-01-01")).ShouldContain("<td>Published</td>");
        (await GetAsync(serve, "/?join=AutopilotPending")).ShouldNotContain("is met");
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
