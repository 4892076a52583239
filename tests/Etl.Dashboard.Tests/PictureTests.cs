using Etl.Dashboard.Tests.Browsing;
using Etl.EndToEnd.Tests.Running;
using Etl.Repository.Tests;
using Etl.Warehouse;
using Microsoft.Playwright;

namespace Etl.Dashboard.Tests;

/// <summary>The pictures of the README.</summary>
public sealed class PictureTests(DashboardSite site)
{
    private const int Width = 1280;
    private const int Height = 860;

    [Theory]
    [InlineData("/", "coverage.png", false)]
    [InlineData("/gaps", "gaps-dark.png", true)]
    public async Task The_readme_shows_a_page_as_it_is(string page, string name, bool isDark)
    {
        Assert.SkipWhen(Chromium.Program is null, Chromium.Missing);
        // On the day itself: later it is an old one, and a page says so.
        using var demo = Generated.IsWritten ? Workplace.For(new Uri("http://127.0.0.1:9/v1.0")) : null;
        var (store, now) = demo is null ? (site.Place.Store, Noon(DashboardSite.LastDay)) : (await PublishAsync(demo), TimeProvider.System.GetUtcNow());
        await using var dashboard = await DashboardAt.StartAsync(
            store, now, new DashboardSettings { CoverageTarget = DashboardSite.Target, ShowsPrimaryUser = true }, TestContext.Current.CancellationToken);
        await using var tab = await site.OpenAsync(Width, Height, isDark, dashboard.Address);
        await tab.GoAsync(page);
        if (isDark) await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Dark", Exact = true }));

        (await tab.Page.GetByRole(AriaRole.Note).CountAsync()).ShouldBe(0);
        var taken = await tab.Page.ScreenshotAsync();

        await Generated.ShouldBeCurrentAsync(Path.Combine("src", "Etl.Dashboard", name), taken);
        RepositoryFolder.Read("README.md").ShouldContain($"](src/Etl.Dashboard/{name})");
    }

    // What is painted for the README is what its first command gives.
    private static async Task<WarehouseOptions> PublishAsync(Workplace demo)
    {
        (await demo.EtlAsync("demo")).ExitCode.ShouldBe(0);
        return new WarehouseOptions { ConnectionString = $"Data Source={demo.PathOf("data/demo/warehouse.duckdb")}" };
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
