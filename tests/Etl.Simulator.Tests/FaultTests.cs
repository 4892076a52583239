using System.Text.Json;

namespace Etl.Simulator.Tests;

public sealed class FaultTests
{
    private const string Url = $"/devices?$select={Sample.EntraSelect}&$top=16";

    [Theory]
    [InlineData(FaultProfile.Throttled, "429 0")]
    [InlineData(FaultProfile.Throttled, "429")]
    [InlineData(FaultProfile.Unavailable, "503 0")]
    [InlineData(FaultProfile.Unavailable, "503")]
    [InlineData(FaultProfile.Unavailable, "500")]
    [InlineData(FaultProfile.Unavailable, "502")]
    [InlineData(FaultProfile.Unavailable, "504")]
    [InlineData(FaultProfile.Reset, nameof(HttpRequestException))]
    [InlineData(FaultProfile.Truncated, nameof(HttpRequestException))]
    [InlineData(FaultProfile.Truncated, "JsonReaderException")]
    [InlineData(FaultProfile.InvalidJson, "JsonReaderException")]
    [InlineData(FaultProfile.Mixed, "429 0")]
    [InlineData(FaultProfile.Mixed, "JsonReaderException")]
    public async Task A_page_fails_and_then_comes_whole(FaultProfile profile, string failure)
    {
        await using var server = await Caller.ServeAsync(new GraphServerOptions { Faults = profile });
        using var caller = new Caller(server);

        var items = await caller.ReadAllAsync(Url);

        caller.Failures.ShouldContain(failure);
        Distinct(items).Count.ShouldBe(Distinct(await FaultlessAsync()).Count);
    }

    [Fact]
    public async Task A_page_spoilt_within_a_text_is_no_JSON_either()
    {
        await using var server = await Caller.ServeAsync(new GraphServerOptions { Faults = FaultProfile.InvalidJson });
        using var caller = new Caller(server);

        // One device a page: the middle of many lies in a name, an id or the nextLink.
        var items = await caller.ReadAllAsync($"/devices?$select={Sample.EntraSelect}&$top=1");

        caller.Failures.ShouldContain("JsonReaderException");
        Distinct(items).ShouldBe(Distinct(await FaultlessAsync()), ignoreOrder: true);
    }

    [Fact]
    public async Task Throttling_tells_a_date_too()
    {
        await using var server = await Caller.ServeAsync(
            new GraphServerOptions { Faults = FaultProfile.Throttled, RetryAfter = TimeSpan.FromSeconds(2) });
        using var caller = new Caller(server);

        await caller.ReadAllAsync(Url);

        caller.Failures.ShouldContain("429 2");
        caller.Failures.ShouldContain(failure => failure.EndsWith("GMT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Faults_hit_the_same_pages_each_time()
    {
        await using var one = await Caller.ServeAsync(new GraphServerOptions { Faults = FaultProfile.Mixed });
        await using var other = await Caller.ServeAsync(new GraphServerOptions { Faults = FaultProfile.Mixed });
        using var first = new Caller(one);
        using var second = new Caller(other);

        await first.ReadAllAsync(Url);
        await second.ReadAllAsync(Url);

        first.Failures.Select(WithoutDate).ShouldBe(second.Failures.Select(WithoutDate));
    }

    [Fact]
    public async Task Duplicates_repeat_items_across_pages_and_lose_none()
    {
        await using var server = await Caller.ServeAsync(new GraphServerOptions { Faults = FaultProfile.Duplicates });
        using var caller = new Caller(server);

        var items = await caller.ReadAllAsync(Url);

        items.Count.ShouldBeGreaterThan(Sample.SmallDay.EntraCount);
        Distinct(items).ShouldBe(Distinct(await FaultlessAsync()), ignoreOrder: true);
    }

    [Fact]
    public async Task Empty_pages_lead_on()
    {
        await using var server = await Caller.ServeAsync(new GraphServerOptions { Faults = FaultProfile.EmptyPages });
        using var caller = new Caller(server);

        var first = await caller.GetJsonAsync(Url);

        first.GetProperty("value").GetArrayLength().ShouldBe(0);
        (await caller.ReadAllAsync(Url)).Count.ShouldBe(Sample.SmallDay.EntraCount);
    }

    [Fact]
    public async Task A_list_that_ends_silently_is_short_of_the_overview()
    {
        await using var server = await Caller.ServeAsync(new GraphServerOptions { Faults = FaultProfile.SilentEnd });
        using var caller = new Caller(server);

        var items = await caller.ReadAllAsync("/deviceManagement/managedDevices?$select=id");
        var overview = await caller.GetJsonAsync("/deviceManagement/managedDeviceOverview");

        items.Count.ShouldBe(Sample.SmallDay.IntuneCount * 2 / 3);
        items.Count.ShouldBeLessThan(overview.GetProperty("enrolledDeviceCount").GetInt32());
    }

    private static async Task<List<JsonElement>> FaultlessAsync()
    {
        await using var server = await Caller.ServeAsync(new GraphServerOptions());
        using var caller = new Caller(server);
        return await caller.ReadAllAsync(Url);
    }

    private static List<string> Distinct(List<JsonElement> items) =>
        [.. items.Select(item => item.GetRawText()).Distinct(StringComparer.Ordinal)];

    private static string WithoutDate(string failure) => failure.EndsWith("GMT", StringComparison.Ordinal) ? "429 date" : failure;
}
