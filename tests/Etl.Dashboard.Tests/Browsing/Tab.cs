using Microsoft.Playwright;

namespace Etl.Dashboard.Tests.Browsing;

/// <summary>
/// A browser's tab on the dashboard, and all that the browser complains of in it: errors of the console, where breaches of the content
/// security policy are told too, and requests that failed.
/// </summary>
internal sealed class Tab : IAsyncDisposable
{
    // No test is meant to be timed: a machine with much else to do is only slow.
    private const float MostMilliseconds = 180_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Tab(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => ComplainIf(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => ComplainIf(true, $"script: {error}");
        page.RequestFailed += (_, request) => ComplainIf(request.Failure != "net::ERR_ABORTED", $"{request.Url}: {request.Failure}");
        page.Response += (_, response) => ComplainIf(response.Status >= 400, $"{response.Url}: {response.Status}");
    }

    public IPage Page { get; }

    public string Address => new Uri(Page.Url).PathAndQuery;

    public static async Task<Tab> OpenAsync(IBrowser browser, Uri dashboard, int width, int height, bool isDark)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = dashboard.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(MostMilliseconds);
        return new Tab(context, await context.NewPageAsync());
    }

    /// <summary>Goes there as by a link that somebody sent.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        (await Page.Locator("h1").CountAsync()).ShouldBe(1, path);
    }

    /// <summary>
    /// Does what leads to another page, and waits until that page is whole. The page that is left is marked, and the browser is asked again
    /// and again: Playwright's own waits for a navigation miss one that comes while they subscribe (microsoft/playwright-dotnet#3364).
    /// </summary>
    public async Task FollowAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("() => document.documentElement.dataset.left = ''");
        await act();
        await Page.WaitForFunctionAsync("() => !('left' in document.documentElement.dataset) && document.readyState === 'complete'");
    }

    public Task FollowAsync(ILocator link) => FollowAsync(() => link.ClickAsync());

    /// <summary>A table's body, cell by cell as read.</summary>
    public Task<string[][]> RowsAsync(int table = 0) => Page.Locator("table").Nth(table).EvaluateAsync<string[][]>(
        "table => [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.innerText.trim()))");

    public void ShouldHaveNoComplaint()
    {
        lock (_complaints) _complaints.ShouldBeEmpty(Address);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void ComplainIf(bool isFault, string complaint)
    {
        if (!isFault) return;
        lock (_complaints) _complaints.Add(complaint);
    }
}
