using Etl.Dashboard.Tests.Browsing;
using Etl.Repository.Tests;
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
        await using var tab = await site.OpenAsync(Width, Height, isDark);
        await tab.GoAsync(page);
        if (isDark) await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Dark", Exact = true }));

        var taken = await tab.Page.ScreenshotAsync();

        await Generated.ShouldBeCurrentAsync(Path.Combine("src", "Etl.Dashboard", name), taken);
        RepositoryFolder.Read("README.md").ShouldContain($"](src/Etl.Dashboard/{name})");
    }
}
