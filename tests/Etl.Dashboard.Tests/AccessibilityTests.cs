using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Etl.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace Etl.Dashboard.Tests;

/// <summary>For whoever does not see the pages, uses no mouse, or holds a phone.</summary>
public sealed class AccessibilityTests(DashboardSite site)
{
    private const int PhoneWidth = 390;

    private const string NameOf = "e => e.labels?.length ? e.name : (e.getAttribute('aria-label') ?? e.textContent).trim()";

    private static readonly string[] Pages = ["/", "/matrix", "/gaps", "/methods", "/devices", "/device", "/runs", "/?date=2020-01-01"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_serious_on_any_page(bool isDark)
    {
        await using var tab = await site.OpenAsync(isDark: isDark);
        await tab.GoAsync("/");
        List<string> findings = [];

        foreach (var page in Pages)
        {
            await GoAsync(tab, page);
            findings.AddRange((await FindingsAsync(tab)).Select(finding => $"{page}: {finding}"));
        }

        findings.ShouldBeEmpty();
        (await BackgroundAsync(tab) < 64).ShouldBe(isDark);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_phone_scrolls_no_page_sideways()
    {
        await using var tab = await site.OpenAsync(PhoneWidth, height: 844);

        foreach (var page in Pages)
        {
            await GoAsync(tab, page);
            (await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(PhoneWidth, page);
        }

        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/gaps")]
    [InlineData("/methods")]
    public async Task A_phone_shows_the_first_number_of_a_table_and_keeps_the_head_low(string page)
    {
        await using var tab = await site.OpenAsync(PhoneWidth, height: 844);
        await tab.GoAsync(page);

        var number = (await tab.Page.Locator("tbody td.number").First.BoundingBoxAsync())!;
        var head = (await tab.Page.Locator("header.bar").BoundingBoxAsync())!;

        (number.X + number.Width).ShouldBeLessThanOrEqualTo(PhoneWidth);
        head.Height.ShouldBeLessThan(150);
        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/matrix")]
    public async Task Tab_goes_by_way_of_a_skip_link_to_every_filter_and_to_the_links_of_the_table(string page)
    {
        await using var tab = await site.OpenAsync();
        await GoAsync(tab, page);

        var reached = new List<string>();
        for (var stop = await NextStopAsync(tab); stop.Length > 0 && reached.Count < 200; stop = await NextStopAsync(tab)) reached.Add(stop);

        reached[0].ShouldBe("Skip to the content");
        var filters = await tab.Page.Locator("form.filters :is(select, input:not([type=hidden]), button)").EvaluateAllAsync<string[]>($"all => all.map({NameOf})");
        reached.Distinct().Where(filters.Contains).ShouldBe(filters);
        foreach (var link in await tab.Page.Locator("table a").EvaluateAllAsync<string[]>($"all => all.map({NameOf})")) reached.ShouldContain(link);
        reached[^1].ShouldStartWith("Download");
    }

    [Fact]
    public async Task The_skip_link_leads_past_the_head_and_a_filter_is_chosen_by_keys_alone()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/matrix");

        await tab.Page.Keyboard.PressAsync("Tab");
        (await tab.Page.Locator(".skip").BoundingBoxAsync())!.X.ShouldBeGreaterThanOrEqualTo(0);
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.PressAsync("Tab");
        (await tab.Page.EvaluateAsync<bool>("document.activeElement.closest('form.filters') !== null")).ShouldBeTrue();
        await tab.Page.GetByLabel("Ownership").FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        var chosen = await tab.Page.GetByLabel("Ownership").InputValueAsync();
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.FollowAsync(() => tab.Page.Keyboard.PressAsync("Enter"));

        tab.Address.ShouldBe($"/matrix?tenant=contoso&ownership={chosen}");
        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_has_the_focus_of_the_keyboard_is_outlined(bool isDark)
    {
        await using var tab = await site.OpenAsync(isDark: isDark);
        await tab.GoAsync("/");
        await tab.GoAsync("/");
        var outlines = new List<(string Stop, string Outline)>();

        for (var stop = await NextStopAsync(tab); stop.Length > 0 && outlines.Count < 200; stop = await NextStopAsync(tab))
            outlines.Add((stop, await tab.Page.EvaluateAsync<string>("(s => `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor}`)(getComputedStyle(document.activeElement))")));

        outlines.Count.ShouldBeGreaterThan(20);
        outlines.ShouldAllBe(stop => stop.Outline.StartsWith("solid 3px rgb", StringComparison.Ordinal));
        outlines.Single(stop => stop.Stop == "Gaps").Outline.ShouldEndWith("rgb(255, 255, 255)");
        outlines.ShouldContain(stop => stop.Stop == "Show");
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task All_words_are_of_one_family_and_no_day_or_name_breaks_in_a_table()
    {
        await using var tab = await site.OpenAsync();

        foreach (var page in Pages)
        {
            await GoAsync(tab, page);
            (await tab.Page.EvaluateAsync<string[]>("[...new Set([...document.body.querySelectorAll('*')].map(e => getComputedStyle(e).fontFamily.replaceAll('\"', '')))]"))
                .ShouldBe(["system-ui, Segoe UI, Roboto, sans-serif"], page);
            (await tab.Page.Locator("tbody :is(th, td):not(.words)").EvaluateAllAsync<bool>("all => all.every(cell => getComputedStyle(cell).whiteSpace === 'nowrap')")).ShouldBeTrue(page);
        }

        tab.ShouldHaveNoComplaint();
    }

    [Theory]
    [InlineData("dark", false)]
    [InlineData("light", true)]
    public async Task Inputs_follow_the_theme_that_is_chosen_and_not_the_system(string chosen, bool isSystemDark)
    {
        await using var tab = await site.OpenAsync(isDark: isSystemDark);
        await tab.GoAsync($"/theme/{chosen}");

        (await tab.Page.GetByLabel("Day").EvaluateAsync<string>("input => getComputedStyle(input).colorScheme")).ShouldBe(chosen);
        tab.ShouldHaveNoComplaint();
    }

    private static async Task<string> NextStopAsync(Tab tab)
    {
        await tab.Page.Keyboard.PressAsync("Tab");
        return await tab.Page.EvaluateAsync<string>($"document.activeElement === document.body ? '' : ({NameOf})(document.activeElement)");
    }

    // The page of a device that has one.
    private static async Task GoAsync(Tab tab, string page)
    {
        await tab.GoAsync(page == "/device" ? "/devices" : page);
        if (page == "/device") await tab.FollowAsync(tab.Page.Locator("tbody a").First);
    }

    private static async Task<IEnumerable<string>> FindingsAsync(Tab tab) => (await tab.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] })).Violations
        .Where(violation => violation.Impact is "serious" or "critical")
        .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}");

    // The mean of red, green and blue.
    private static Task<double> BackgroundAsync(Tab tab) => tab.Page.EvaluateAsync<double>(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3");
}
