using Etl.Dashboard.Tests.Browsing;

namespace Etl.Dashboard.Tests;

/// <summary>What a click on a download saves is what <c>etl export</c> writes, byte for byte.</summary>
public sealed class DownloadTests(DashboardSite site)
{
    [Theory]
    [InlineData("/", "coverage")]
    [InlineData("/gaps", "gaps")]
    [InlineData("/devices?platform=Windows", "devices")]
    [InlineData("/runs", "runs")]
    public async Task A_download_is_the_file_that_export_writes(string page, string dataset)
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync(page);
        var file = site.Place.PathOf(Path.GetRandomFileName());
        string[] ofTenant = dataset == "runs" ? [] : ["--tenant", DashboardSite.Tenant, "--date", "2026-11-22"];
        (await site.Place.EtlAsync(["export", dataset, "--output", file, .. ofTenant])).ExitCode.ShouldBe(0);

        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.Locator("a[download]").ClickAsync());

        download.SuggestedFilename.ShouldBe($"{dataset}.csv");
        var saved = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        saved.Length.ShouldBeGreaterThan(200);
        saved.ShouldBe(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        tab.ShouldHaveNoComplaint();
    }
}
