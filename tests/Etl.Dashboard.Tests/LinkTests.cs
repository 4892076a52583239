using System.Globalization;
using Etl.Dashboard.Tests.Browsing;
using Etl.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Etl.Dashboard.Tests;

/// <summary>A number of devices leads to as many devices, on the page and in the file, and a table ends with what it comes to.</summary>
public sealed class LinkTests(DashboardSite site)
{
    private const string Links = "main :is(table, .figure) a[href^='/devices']";

    [Theory]
    [InlineData("/", 30)]
    [InlineData("/?platform=Windows&date=2026-11-22", 20)]
    [InlineData("/matrix", 20)]
    [InlineData("/gaps?ownership=Company", 10)]
    [InlineData("/methods", 10)]
    public async Task A_number_leads_to_as_many_devices_in_the_list_and_in_its_file(string page, int atLeast)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync(page);
        var links = (await tab.Page.Locator(Links).EvaluateAllAsync<string[][]>("all => all.map(link => [link.getAttribute('href'), link.innerText])"))
            .Where(link => char.IsAsciiDigit(link[1][0])).ToList();

        links.Count.ShouldBeGreaterThan(atLeast);
        foreach (var group in links.GroupBy(link => link[0]))
        {
            var number = group.Select(link => link[1]).Distinct().ShouldHaveSingleItem(group.Key);
            (await TextAsync(tab, group.Key)).ShouldMatch(number == "1" ? ">1 device[<,]" : $">{number} devices[<,]", group.Key);
            // Without a tenant a file is of all of them.
            var file = $"/export/devices.csv?tenant={DashboardSite.Tenant}&{group.Key.Split('?').ElementAtOrDefault(1)}";
            Text(Csv.Rows(await TextAsync(tab, file)).Count).ShouldBe(number, file);
        }

        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("/", 1, 4)]
    [InlineData("/matrix", 1, 99)]
    [InlineData("/gaps", 1, 2)]
    [InlineData("/methods", 1, 1)]
    public async Task Every_number_of_devices_in_a_table_is_a_link(string page, int first, int last)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync(page);

        var plain = await tab.Page.Locator("tbody tr").EvaluateAllAsync<string[]>(
            $"all => all.flatMap(row => [...row.cells].slice({first}, {last} + 1)).filter(cell => /[1-9]/.test(cell.innerText) && !cell.querySelector('a')).map(cell => cell.innerText)");

        plain.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_ends_with_what_it_comes_to()
    {
        await using var tab = await site.OpenAsync();
        var devices = site.Devices();
        var (enrolled, inScope, covered) = (Count(devices, "is_enrolled"), Count(devices, "is_in_scope"), Count(devices, "is_covered"));

        (await TotalAsync(tab, "/")).ShouldBe(
            ["All", Text(devices.Count), Text(enrolled), Text(inScope), Text(covered), (100.0 * covered / inScope).ToString("0.0", CultureInfo.InvariantCulture) + " %"]);
        var matrix = await TotalAsync(tab, "/matrix");
        matrix[0].ShouldBe("All");
        matrix.Skip(1).SkipLast(1).ShouldBe(devices.GroupBy(device => device["enrollment_state"]).Select(group => Text(group.Count())), ignoreOrder: true);
        matrix[^1].ShouldBe(Text(devices.Count));
        (await TotalAsync(tab, "/gaps"))[..3].ShouldBe(["All", Text(inScope - covered), Text(devices.Count(device => device["gap_reason"] != "None"))]);
        (await TotalAsync(tab, "/methods")).ShouldBe(
            ["All", Text(enrolled), "100.0 %", Text(devices.Count(device => device["is_enrolled"] == "true" && device["is_autopilot"] == "true")), Text(Count(devices, "join_type_as_expected", "false")), ""]);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task The_devices_that_cost_coverage_are_a_filter_of_the_list()
    {
        await using var tab = await site.OpenAsync();
        var missing = site.Devices().Count(device => device["is_in_scope"] == "true" && device["is_covered"] == "false");
        await tab.GoAsync("/devices");

        await tab.Page.GetByLabel("Coverage").SelectOptionAsync("Not covered, in scope");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }));

        tab.Address.ShouldBe("/devices?tenant=contoso&coverage=NotCovered");
        (await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe($"{missing} devices");
        (await tab.RowsAsync()).Select(row => row[5]).Distinct().ShouldBe(["no"]);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_gap_in_the_list_leads_to_its_explanation()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/devices?gap=Stale&platform=Windows");

        await tab.FollowAsync(tab.Page.Locator("tbody td a").First);

        tab.Address.ShouldBe("/gaps?platform=Windows");
        new Uri(tab.Page.Url).Fragment.ShouldBe("#Stale");
        (await tab.Page.Locator("tr:target").InnerTextAsync()).ShouldStartWith("Stale");
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_device_leads_to_those_of_its_gap()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/devices?gap=Stale");
        var listed = await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync();
        await tab.FollowAsync(tab.Page.Locator("tbody th a").First);

        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "All devices of this reason" }));

        (await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe(listed);
        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("warnings", "quality")]
    [InlineData("rejected", "rejects")]
    public async Task What_a_run_warned_of_and_rejected_is_a_download(string what, string dataset)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync($"/runs?tenant={DashboardSite.Tenant}");
        var link = tab.Page.Locator($"tbody a[aria-label*='{what}']").First;
        var number = int.Parse(await link.InnerTextAsync(), CultureInfo.InvariantCulture);

        var rows = Csv.Rows(await TextAsync(tab, (await link.GetAttributeAsync("href"))!));

        (await link.GetAttributeAsync("href")).ShouldBe($"/export/{dataset}.csv?tenant=contoso&date=2026-11-22");
        rows.Count(row => dataset == "rejects" || (row["severity"] == "Warn" && row["passed"] == "false")).ShouldBe(number);
    }

    private static async Task<string> TextAsync(Tab tab, string path) => await (await tab.Page.APIRequest.GetAsync(path)).TextAsync();

    private static async Task<string[]> TotalAsync(Tab tab, string page)
    {
        await tab.GoAsync(page);
        return await tab.Page.Locator("tfoot tr").First.EvaluateAsync<string[]>("row => [...row.cells].map(cell => cell.innerText.trim())");
    }

    private static int Count(IEnumerable<Row> devices, string column, string value = "true") => devices.Count(device => device[column] == value);

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
