using System.Globalization;
using Etl.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace Etl.Dashboard.Tests;

/// <summary>What each page shows, against what <c>etl export</c> says of the same day.</summary>
public sealed class PageTests(DashboardSite site)
{
    [Fact]
    public async Task Coverage_is_that_of_the_exported_devices_in_figures_by_join_type_and_as_a_trend()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/");
        var devices = site.Devices();
        var inScope = devices.Count(device => device["scope"] == "InScope");
        var covered = devices.Count(device => device["is_covered"] == "true");

        (await tab.Page.Locator(".figure").First.InnerTextAsync()).ShouldContain($"{covered} of {inScope} devices in scope");
        (await tab.Page.Locator(".figure").First.InnerTextAsync()).ShouldContain(
            (100.0 * covered / inScope).ToString("0.0", CultureInfo.InvariantCulture) + " %");
        (await tab.RowsAsync()).Select(row => row[1]).ShouldBe(
            devices.GroupBy(device => device["join_type"]).Select(group => group.Count()).Select(Text), ignoreOrder: true);
        var trend = tab.Page.GetByRole(AriaRole.Img);
        (await trend.GetAttributeAsync("aria-label"))!.ShouldContain("to 2026-11-22: from ");
        (await trend.Locator("path.mud-chart-line").CountAsync()).ShouldBe(2);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task The_matrix_counts_devices_by_join_type_and_enrolment()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/matrix");
        var devices = site.Devices();

        var rows = await tab.RowsAsync();

        rows.SelectMany(row => row.Skip(1).SkipLast(1)).Where(cell => cell != "·").ShouldBe(
            devices.GroupBy(device => (device["join_type"], device["enrollment_state"])).Select(group => Text(group.Count())), ignoreOrder: true);
        (await tab.Page.Locator("a[href^='/export']").GetAttributeAsync("href")).ShouldBe("/export/devices.csv?tenant=contoso&date=2026-11-22");
        rows.Sum(row => int.Parse(row[^1], CultureInfo.InvariantCulture)).ShouldBe(devices.Count);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task Gaps_say_how_many_why_and_what_to_do()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/gaps");
        var devices = site.Devices().Where(device => device["gap_reason"] != "None").ToList();

        var rows = await tab.RowsAsync();

        rows.Select(row => row[2]).ShouldBe(devices.GroupBy(device => device["gap_reason"]).Select(group => Text(group.Count())), ignoreOrder: true);
        rows.ShouldAllBe(row => row[3].Length > 20 && row[4].Length > 5);
        rows.Select(row => int.Parse(row[1], CultureInfo.InvariantCulture)).ShouldBeInOrder(SortDirection.Descending);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task Methods_count_the_enrolled()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/methods");
        var enrolled = site.Devices().Where(device => device["is_enrolled"] == "true");

        (await tab.RowsAsync()).Select(row => row[2]).ShouldBe(
            enrolled.GroupBy(device => device["enrollment_method"]).Select(group => Text(group.Count())), ignoreOrder: true);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task Devices_are_listed_by_name_page_by_page()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/devices");
        var names = site.Devices().Select(device => device["device_name"].Length > 0 ? device["device_name"] : device["device_id"]).ToList();

        (await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe($"{Text(names.Count)} devices");
        List<string> listed = [.. (await tab.RowsAsync()).Select(row => row[0])];
        while (await tab.Page.Locator("a[rel=next]").CountAsync() > 0)
        {
            await tab.FollowAsync(tab.Page.Locator("a[rel=next]"));
            listed.AddRange((await tab.RowsAsync()).Select(row => row[0]));
        }

        listed.ShouldBe(names, ignoreOrder: true);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_device_is_found_by_its_serial_number_and_has_a_timeline()
    {
        await using var tab = await site.OpenAsync();
        var changed = site.Events.Where(happened => happened["event_type"] != "Appeared").Select(happened => happened["device_id"]).ToHashSet(StringComparer.Ordinal);
        var device = site.Devices().First(device => changed.Contains(device["device_id"]) && device["serial_number"].Length > 5);
        await tab.GoAsync("/devices");

        await tab.Page.GetByLabel("Name, serial or ID").FillAsync(device["serial_number"]);
        await tab.FollowAsync(() => tab.Page.Keyboard.PressAsync("Enter"));
        await tab.FollowAsync(tab.Page.Locator("tbody a").First);

        (await tab.Page.Locator("h1").InnerTextAsync()).ShouldBe(device["device_name"]);
        (await tab.Page.Locator("dl").InnerTextAsync()).ShouldContain(device["serial_number"]);
        (await tab.Page.Locator(".timeline time").CountAsync()).ShouldBeGreaterThan(0);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task Runs_are_listed_with_what_each_source_gave()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/runs");

        (await tab.RowsAsync(table: 0)).Count(row => row[0] == DashboardSite.Tenant).ShouldBe(3);
        var runs = await tab.RowsAsync(table: 1);
        runs.Count(row => row[1] == DashboardSite.OtherTenant).ShouldBe(2);
        runs.ShouldAllBe(row => row[3] == "Published");
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_day_without_anything_published_says_so()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/?date=2020-01-01");

        (await tab.Page.Locator("main").InnerTextAsync()).ShouldContain("Nothing is published for this tenant and day.");
        tab.ShouldHaveNoComplaint();
    }

    private static string Text(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
