using System.Globalization;
using Etl.Dashboard.Data;
using Etl.Dashboard.Tests.Browsing;
using Etl.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Etl.Dashboard.Tests;

/// <summary>What a click on a download saves is what <c>etl export</c> writes, byte for byte.</summary>
public sealed class DownloadTests(DashboardSite site)
{
    [Theory]
    [InlineData("/", "coverage")]
    [InlineData("/gaps", "gaps")]
    [InlineData("/devices", "devices")]
    [InlineData("/runs", "runs")]
    public async Task A_download_is_the_file_that_export_writes(string page, string dataset)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync(page);
        var file = site.Place.PathOf(Path.GetRandomFileName());
        string[] ofTenant = dataset == "runs" ? [] : ["--tenant", DashboardSite.Tenant, "--date", "2026-11-22"];
        (await site.Place.EtlAsync(["export", dataset, "--output", file, .. ofTenant])).ExitCode.ShouldBe(0);

        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.Locator(".downloads a[href^='/export']").ClickAsync());

        download.SuggestedFilename.ShouldBe(dataset == "runs" ? "runs.csv" : $"{dataset}-contoso-2026-11-22.csv");
        var saved = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        saved.Length.ShouldBeGreaterThan(200);
        saved.ShouldBe(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("/devices?platform=Windows", "devices", "platform=Windows")]
    [InlineData("/devices?state=NotEnrolled&join=EntraRegistered", "devices", "enrollment_state=NotEnrolled", "join_type=EntraRegistered")]
    [InlineData("/gaps?join=EntraRegistered", "gaps", "join_type=EntraRegistered")]
    [InlineData("/devices?coverage=InScope", "devices", "is_in_scope=true")]
    [InlineData("/devices?coverage=Covered", "devices", "is_covered=true")]
    [InlineData("/devices?coverage=NotCovered", "devices", "is_in_scope=true", "is_covered=false")]
    [InlineData("/devices?coverage=OutOfScope", "devices", "is_in_scope=false")]
    public async Task A_download_holds_the_rows_of_the_export_that_the_filter_shows(string page, string dataset, params string[] wanted)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync(page);
        var file = site.Place.PathOf(Path.GetRandomFileName());
        (await site.Place.EtlAsync(["export", dataset, "--output", file, "--tenant", DashboardSite.Tenant])).ExitCode.ShouldBe(0);
        var all = Csv.Rows(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        var shown = Csv.Rows(await SavedAsync(tab, "a[href^='/export']"));

        shown.Select(Line).ShouldBe(all.Where(row => wanted.All(part => row.Contains(new(part.Split('=')[0], part.Split('=')[1])))).Select(Line));
        shown.Count.ShouldBeInRange(1, all.Count - 1);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_search_is_downloaded_as_it_is_listed()
    {
        await using var tab = await site.OpenAsync();
        var name = site.Devices()[0]["device_name"];
        await tab.GoAsync($"/devices?q={Uri.EscapeDataString(name.ToUpperInvariant())}");

        var shown = Csv.Rows(await SavedAsync(tab, "a[href^='/export']"));

        shown.ShouldContain(row => row["device_name"] == name);
        (await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe(shown.Count == 1 ? "1 device" : $"{shown.Count} devices");
        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?platform=Windows")]
    [InlineData("/matrix?date=2026-11-01")]
    [InlineData("/gaps?join=EntraRegistered")]
    [InlineData("/methods")]
    [InlineData("/runs")]
    public async Task A_table_is_downloaded_as_it_is_shown(string page)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync(page);
        var shown = await tab.RowsAsync();

        var saved = Csv.Rows(await SavedAsync(tab, "a[href^='/table']:not([href*='trend'])"));

        saved.Count.ShouldBe(shown.Length);
        shown.Length.ShouldBeGreaterThan(0);
        foreach (var (line, row) in saved.Zip(shown))
        {
            Numbers(line.Values.Where(value => !value.Contains('.', StringComparison.Ordinal))).ShouldBe(Numbers(row.Where(cell => !cell.EndsWith('%'))), $"{page}: {row[0]}");
            Shares(line.Values).ShouldBe(row.Where(cell => cell.EndsWith('%')).Select(cell => double.Parse(cell[..^2], CultureInfo.InvariantCulture)), tolerance: 0.06, $"{page}: {row[0]}");
        }

        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task The_trend_is_downloaded_as_it_is_exported_up_to_the_day_that_is_shown()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/?date=2026-11-15");
        var exported = Csv.Rows(await site.Place.ExportAsync("trend", "--tenant", DashboardSite.Tenant, "--to", "2026-11-15"));

        var saved = Csv.Rows(await SavedAsync(tab, "a[href^='/table/trend']"));

        saved.Count.ShouldBeGreaterThan(2);
        saved[^1]["coverage_change_7_days"].ShouldNotBeEmpty();
        saved.Select(Line).ShouldBe(exported.Select(row => string.Join('|', saved[0].Keys.Select(column => row[column]))));
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_trend_is_downloaded_of_the_devices_that_are_shown()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/?platform=Windows");
        var windows = site.Devices().Where(device => device["platform"] == "Windows").ToList();

        var saved = Csv.Rows(await SavedAsync(tab, "a[href^='/table/trend']"));

        (saved[^1]["snapshot_date"], saved[^1]["devices"], saved[^1]["covered"]).ShouldBe((
            "2026-11-22", windows.Count.ToString(CultureInfo.InvariantCulture),
            windows.Count(device => device["is_covered"] == "true").ToString(CultureInfo.InvariantCulture)));
        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("/table/trend.csv?date=2026-11-22", "trend-contoso-2026-11-22.csv")]
    [InlineData("/table/gap-reasons.csv?date=2026-11-30", "gap-reasons-contoso-2026-11-22.csv")]
    [InlineData("/table/sources.csv?tenant=FABRIKAM", "sources-fabrikam.csv")]
    [InlineData("/table/sources.csv", "sources.csv")]
    [InlineData("/export/devices.csv", "devices.csv")]
    public async Task A_file_is_named_after_tenant_and_day(string path, string name)
    {
        await using var tab = await site.OpenAsync();

        var answer = await tab.Page.APIRequest.GetAsync(path);

        answer.Status.ShouldBe(200);
        answer.Headers["content-disposition"].ShouldBe($"attachment; filename={name}; filename*=UTF-8''{name}");
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused()
    {
        await using var tab = await site.OpenAsync();

        (await tab.Page.APIRequest.GetAsync("/export/devices.csv?date=2026-13-01")).Status.ShouldBe(400);
        (await tab.Page.APIRequest.GetAsync("/table/nothing.csv")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("contoso", "2026-11-22", "devices-contoso-2026-11-22.csv")]
    [InlineData("../\"a;\r\né b", null, "devices-..--a-----b.csv")]
    [InlineData(null, null, "devices.csv")]
    public void A_name_is_of_letters_that_any_system_takes(string? tenant, string? day, string name) => DownloadName.Of("devices", tenant, day).ShouldBe(name);

    private static async Task<string> SavedAsync(Tab tab, string link)
    {
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.Locator(link).First.ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private static string Line(IReadOnlyDictionary<string, string> row) => string.Join('|', row.Values);

    // Saved as a ratio of four decimals, shown in per cent with one.
    private static List<double> Shares(IEnumerable<string> values) => [.. values
        .Where(value => value.Contains('.', StringComparison.Ordinal) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        .Select(value => 100 * double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture))];

    // What is counted: as shown with thousands apart and a dot for none, as saved plain.
    private static List<long> Numbers(IEnumerable<string> cells) => [.. cells
        .Select(cell => cell == "·" ? "0" : cell.Replace(",", "", StringComparison.Ordinal))
        .Where(cell => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(cell => long.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture))];
}
