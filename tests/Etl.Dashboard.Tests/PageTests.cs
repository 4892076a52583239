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
        (await trend.Locator("polyline").CountAsync()).ShouldBe(2);
        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task The_trend_is_by_the_calendar_and_can_be_read(int width, bool isDark)
    {
        await using var tab = await site.OpenAsync(width, isDark: isDark);
        await tab.GoAsync("/");
        await tab.GoAsync("/");
        var trend = tab.Page.GetByRole(AriaRole.Img);

        var across = await trend.Locator("circle").EvaluateAllAsync<double[]>("all => all.map(dot => dot.getBoundingClientRect().x)");
        var labels = await trend.Locator("text").EvaluateAllAsync<double[]>("all => all.map(label => parseFloat(getComputedStyle(label).fontSize))");

        across.Select(x => (x - across[0]) / (across[^1] - across[0])).ShouldBe([0, 7 / 29.0, 15 / 29.0, 22 / 29.0, 1], tolerance: 0.01);
        labels.ShouldAllBe(size => size >= 12);
        (await trend.Locator("text").EvaluateAllAsync<bool>(
            "all => { const boxes = all.map(label => label.getBoundingClientRect()); return boxes.some((a, i) => a.left < 0 || a.right > innerWidth || boxes.slice(i + 1).some(b => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom)); }"))
            .ShouldBeFalse("labels on top of each other");
        (await trend.Locator("polyline.target").EvaluateAsync<string>("line => getComputedStyle(line).strokeDasharray")).ShouldNotBe("none");
        foreach (var line in new[] { "polyline.target", "polyline.coverage" })
            (await ContrastAsync(trend.Locator(line))).ShouldBeGreaterThan(3, line);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task An_axis_that_does_not_begin_at_nothing_says_so()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/");

        var lowest = await tab.Page.GetByRole(AriaRole.Img).Locator("text[text-anchor=end][x='-8']").Last.TextContentAsync();

        lowest.ShouldNotBe("0 %");
        (await tab.Page.Locator(".legend").InnerTextAsync()).ShouldContain($"The axis begins at {lowest}.");
    }

    [Theory]
    [InlineData("/?date=2026-10-24", "percentage points; there is no earlier day to compare with")]
    [InlineData("/?date=2026-10-31", "percentage points in 7 days; not known in 28: no day of 28 to 34 days before is published")]
    [InlineData("/?join=AutopilotPending", "percentage points; nothing is in scope")]
    public async Task A_change_that_is_not_known_says_why(string page, string words)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync(page);

        (await tab.Page.Locator(".figure").Last.InnerTextAsync()).ShouldEndWith(words);
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

        (await tab.RowsAsync()).Select(row => row[1]).ShouldBe(
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

    [Theory]
    [InlineData("/?date=2020-01-01", "Nothing is published for contoso up to 2020-01-01. Its published days are of 2026-10-24 to 2026-11-22.", "/")]
    [InlineData("/gaps?date=2020-01-01&tenant=FABRIKAM", "Nothing is published for fabrikam up to 2020-01-01. Its published days are of 2026-10-24 to 2026-11-22.", "/gaps?tenant=FABRIKAM")]
    [InlineData("/devices?tenant=nope&platform=Windows", "Nothing is published for a tenant 'nope'. Published: contoso, fabrikam.", "/devices")]
    public async Task Where_nothing_is_published_for_what_is_asked_it_says_what_there_is_and_leads_there(string page, string words, string way)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync(page);

        (await tab.Page.Locator("main .mud-alert").InnerTextAsync()).Trim().ShouldBe(words);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the latest published day" }));

        tab.Address.ShouldBe(way);
        (await tab.Page.Locator(".lead").InnerTextAsync()).ShouldEndWith("2026-11-22, the latest published day");
        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("/?date=2026-11-30", "2026-11-30 is not published; this is 2026-11-22.")]
    [InlineData("/runs?date=2026-11-30", "2026-11-30 is not published; this is 2026-11-22.")]
    [InlineData("/matrix?date=garbage", "'garbage' is no day like 2026-11-24; this is the latest published day.")]
    [InlineData("/matrix?date=2026-11-22", null)]
    [InlineData("/matrix", null)]
    public async Task Another_day_than_the_one_asked_for_is_named(string page, string? words)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync(page);

        (await tab.Page.Locator(".notice").AllInnerTextsAsync()).Select(text => text.Trim()).ShouldBe(words is null ? [] : [words]);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_device_is_described_in_words()
    {
        await using var tab = await site.OpenAsync();
        var changed = site.Events.Where(happened => happened["tenant"] == DashboardSite.Tenant && happened["old_code"].Length > 0 && happened["new_code"].Length > 0)
            .Select(happened => happened["device_id"]).ToHashSet(StringComparer.Ordinal);
        var device = site.Devices().First(device => changed.Contains(device["device_id"]) && device["scope"] == "InScope" && device["compliance_state"] == "compliant");
        var codes = site.Events.Where(happened => happened["device_id"] == device["device_id"]).SelectMany(happened => new[] { happened["old_code"], happened["new_code"] })
            .Where(code => code.Skip(1).Any(char.IsUpper) || code == "compliant");

        await tab.GoAsync($"/device/{device["device_id"]}?tenant={DashboardSite.Tenant}");

        var facts = await tab.Page.Locator("dl").InnerTextAsync();
        facts.ShouldContain("In scope");
        facts.ShouldContain("Compliant", Case.Sensitive);
        var lines = await tab.Page.Locator(".timeline li").AllInnerTextsAsync();
        lines.ShouldContain(line => line.Contains(" → "));
        lines.SelectMany(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(" → ")).Intersect(codes).ShouldBeEmpty();
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task What_happened_on_one_day_stands_newest_first_as_the_days_do()
    {
        await using var tab = await site.OpenAsync();
        var device = site.Events.Where(happened => happened["tenant"] == DashboardSite.Tenant)
            .GroupBy(happened => (happened["device_id"], happened["event_date"]))
            .First(day => day.Any(happened => happened["event_type"] == "Enrolled") && day.Any(happened => happened["event_type"] == "BecameCompliant")).Key.Item1;

        await tab.GoAsync($"/device/{device}?tenant={DashboardSite.Tenant}");

        var lines = await tab.Page.Locator(".timeline li").AllInnerTextsAsync();
        lines.Select(line => line[..10]).ShouldBeInOrder(SortDirection.Descending);
        lines.Select((line, i) => (line, i)).First(line => line.line.Contains("Became compliant", StringComparison.Ordinal)).i
            .ShouldBeLessThan(lines.Select((line, i) => (line, i)).First(line => line.line.Contains(" Enrolled", StringComparison.Ordinal)).i);
    }

    [Theory]
    [InlineData("/device/nobody", "There is no device of this ID.")]
    [InlineData("/nowhere/at-all", "There is nothing at /nowhere/at-all.")]
    [InlineData("/api/nothing", "There is nothing at /api/nothing.")]
    public async Task What_is_not_there_is_a_404_that_says_so_and_leads_on(string page, string words)
    {
        await using var tab = await site.OpenAsync();

        var answer = await tab.Page.GotoAsync(page);

        answer!.Status.ShouldBe(404);
        (await tab.Page.Locator("main").InnerTextAsync()).ShouldContain(words);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Coverage", Exact = true }));
        (await tab.Page.Locator("h1").InnerTextAsync()).ShouldBe("Coverage");
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/devices?q=zzzz");

        (await tab.Page.Locator("main").InnerTextAsync()).ShouldContain("No device matches.");
        (await tab.Page.Locator("table").CountAsync()).ShouldBe(0);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task Runs_of_a_tenant_are_listed_with_its_sources_alone()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync($"/runs?tenant={DashboardSite.OtherTenant.ToUpperInvariant()}");

        var sources = await tab.RowsAsync(table: 0);

        sources.Select(row => row[0]).Distinct().ShouldBe([DashboardSite.OtherTenant]);
        sources.Select(row => row[1]).ShouldBe(["Active Directory", "Entra", "Intune"], ignoreOrder: true);
        (await tab.Page.Locator("th").AllInnerTextsAsync()).ShouldContain("Message");
        (await tab.RowsAsync(table: 1)).Select(row => row[1]).Distinct().ShouldBe([DashboardSite.OtherTenant]);
        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/gaps")]
    [InlineData("/runs")]
    public async Task A_latest_day_that_is_old_says_how_old_and_an_earlier_one_does_not(string page)
    {
        await using var tab = await site.OpenAsync();
        var age = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber - DashboardSite.LastDay.DayNumber;
        List<string> expected = age > 2 ? [$"This day is {age} days old."] : [];

        for (var time = 0; time < 2; time++)
        {
            await tab.GoAsync(page);
            (await tab.Page.GetByRole(AriaRole.Note).AllInnerTextsAsync()).Select(text => text.Trim()).ShouldBe(expected);
        }

        await tab.GoAsync(page + "?date=2026-11-20");
        (await tab.Page.GetByRole(AriaRole.Note).CountAsync()).ShouldBe(0);
        tab.ShouldHaveNoComplaint();
    }

    // Of a line to the paper that it is on, as WCAG 2 counts it.
    private static Task<double> ContrastAsync(ILocator line) => line.EvaluateAsync<double>("""
        line => {
            const light = color => color.match(/[\d.]+/g).slice(0, 3).map(part => part / 255)
                .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
            const both = [getComputedStyle(line).stroke, getComputedStyle(line.closest('.box')).backgroundColor].map(light);
            return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
        }
        """);

    private static string Text(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
