using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Etl.Simulator.Tests;

public sealed class GraphServerTests : IAsyncLifetime
{
    private GraphServer _server = null!;
    private Caller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await Caller.ServeAsync(new GraphServerOptions());
        _caller = new Caller(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Answers_401_without_the_right_token(string? token)
    {
        using var stranger = new Caller(_server, token);

        var (status, message) = await stranger.GetErrorAsync("/devices");

        status.ShouldBe(HttpStatusCode.Unauthorized);
        message.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/devices?$top=1000", "Must be between 1 and 999")]
    [InlineData("/devices?$top=0", "Must be between 1 and 999")]
    [InlineData("/deviceManagement/managedDevices?$top=1001", "Must be between 1 and 1000")]
    [InlineData("/devices?$skiptoken=1", "page token")]
    [InlineData("/devices?$filter=id eq '1'", "$filter")]
    [InlineData("/devices?$select=id,foo", "Could not find a property named 'foo' on type 'microsoft.graph.device'.")]
    [InlineData("/deviceManagement/managedDevices?$select=joinType", "'joinType' on type 'microsoft.graph.managedDevice'.")]
    [InlineData("/users", "'users'")]
    public async Task Answers_400_and_names_what_it_does_not_know(string url, string expected)
    {
        var (status, message) = await _caller.GetErrorAsync(url);

        status.ShouldBe(HttpStatusCode.BadRequest);
        message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("/devices", 100)]
    [InlineData("/deviceManagement/managedDevices?$top=7", 7)]
    public async Task Cuts_lists_into_pages_of_the_asked_or_usual_size(string url, int size)
    {
        var page = await _caller.GetJsonAsync(url);

        page.GetProperty("value").GetArrayLength().ShouldBe(size);
        page.GetProperty("@odata.nextLink").GetString()!.ShouldStartWith(_server.BaseUrl.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(999)]
    public async Task Serves_the_same_items_at_any_page_size(int top)
    {
        var items = await _caller.ReadAllAsync($"/devices?$select={Sample.EntraSelect}&$top={top}");

        items.Count.ShouldBe(Sample.SmallDay.EntraCount);
        items.Select(item => item.GetRawText()).ShouldBe(
            (await _caller.ReadAllAsync($"/devices?$select={Sample.EntraSelect}")).Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task Shows_only_what_was_selected_and_the_SID_only_then()
    {
        var unasked = await _caller.ReadAllAsync("/devices");
        var selected = await _caller.ReadAllAsync("/devices?$select=deviceId,onPremisesSecurityIdentifier&$top=999");

        unasked.SelectMany(Names).ShouldNotContain("onPremisesSecurityIdentifier");
        Names(selected.First(item => !item.TryGetProperty("createdDateTime", out _)))
            .ShouldBe(["deviceId", "onPremisesSecurityIdentifier"]);
        selected.ShouldContain(item => item.GetProperty("onPremisesSecurityIdentifier").ValueKind == JsonValueKind.String);
    }

    [Fact]
    public async Task Shows_properties_that_no_schema_declares_unless_told_not_to()
    {
        await using var plain = await Caller.ServeAsync(new GraphServerOptions { UndeclaredProperties = false });
        using var plainCaller = new Caller(plain);

        (await _caller.ReadAllAsync("/devices?$select=id&$top=999")).SelectMany(Names).ShouldContain("createdDateTime");
        (await plainCaller.ReadAllAsync("/devices?$select=id&$top=999")).SelectMany(Names).Distinct().ShouldBe(["id"]);
    }

    [Fact]
    public async Task A_national_cloud_lacks_properties()
    {
        await using var server = await Caller.ServeAsync(
            new GraphServerOptions { LackingProperties = GraphServerOptions.NationalCloudLacks });
        using var caller = new Caller(server);

        var (status, message) = await caller.GetErrorAsync("/devices?$select=id,managementType");
        var unasked = await caller.GetJsonAsync("/devices?$top=1");

        status.ShouldBe(HttpStatusCode.BadRequest);
        message.ShouldContain("'managementType'");
        Names(unasked.GetProperty("value")[0]).ShouldNotContain("managementType");
    }

    [Fact]
    public async Task Hides_newer_enum_members_unless_they_are_preferred()
    {
        var hidden = await _caller.ReadAllAsync("/deviceManagement/managedDevices?$select=deviceEnrollmentType");
        _caller.Headers.Add("Prefer", "include-unknown-enum-members");
        var shown = await _caller.ReadAllAsync("/deviceManagement/managedDevices?$select=deviceEnrollmentType");

        Types(hidden).ShouldNotContain("androidEnterpriseFullyManaged");
        Types(shown).ShouldContain("androidEnterpriseFullyManaged");
        Unknown(hidden).ShouldBeGreaterThan(Unknown(shown));
    }

    [Fact]
    public async Task Compresses_for_those_who_ask()
    {
        var plain = await _caller.GetAsync("/devices");
        _caller.Headers.Add("Accept-Encoding", "gzip");
        var compressed = await _caller.GetAsync("/devices");

        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        compressed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        var sent = await compressed.Content.ReadAsByteArrayAsync(Caller.Cancellation);
        compressed.Content.Headers.ContentLength.ShouldBe(sent.Length);
        using var unpacked = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(sent), CompressionMode.Decompress))
            await gzip.CopyToAsync(unpacked, Caller.Cancellation);
        unpacked.ToArray().ShouldBe(await plain.Content.ReadAsByteArrayAsync(Caller.Cancellation));
    }

    [Fact]
    public async Task The_overview_counts_the_managed_devices_once_each()
    {
        var overview = await _caller.GetJsonAsync("/deviceManagement/managedDeviceOverview");

        var ids = (await _caller.ReadAllAsync("/deviceManagement/managedDevices?$select=id"))
            .Select(item => item.GetProperty("id").GetString());
        var usable = ids.Where(id => !string.IsNullOrEmpty(id)).Distinct(StringComparer.Ordinal).Count();
        var unusable = ids.Count(string.IsNullOrEmpty);
        overview.GetProperty("enrolledDeviceCount").GetInt32().ShouldBe(usable + unusable);
    }

    [Fact]
    public async Task A_list_can_be_forbidden()
    {
        await using var server = await Caller.ServeAsync(new GraphServerOptions { ForbiddenPaths = new HashSet<string> { "/devices" } });
        using var caller = new Caller(server);

        (await caller.GetErrorAsync("/devices")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await caller.GetAsync("/deviceManagement/managedDevices")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Goes_on_to_another_day_and_forgets_the_tokens_of_the_day_before()
    {
        var tomorrow = Sample.Small.Day(1);
        var first = await _caller.GetJsonAsync("/devices");

        _server.Serve(tomorrow);

        (await _caller.GetErrorAsync(first.GetProperty("@odata.nextLink").GetString()!)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _caller.ReadAllAsync("/devices")).Count.ShouldBe(tomorrow.EntraCount);
    }

    [Fact]
    public async Task Kept_pages_are_those_that_were_made_beforehand()
    {
        await using var keeper = await Caller.ServeAsync(new GraphServerOptions { CachePages = true });
        keeper.Prerender("/devices", "id,deviceId", 50);
        using var caller = new Caller(keeper);

        var kept = await caller.ReadAllAsync("/devices?$select=id,deviceId&$top=50");
        var made = await _caller.ReadAllAsync("/devices?$select=id,deviceId&$top=50");

        kept.Select(item => item.GetRawText()).ShouldBe(made.Select(item => item.GetRawText()));
    }

    private static string[] Names(JsonElement item) => [.. item.EnumerateObject().Select(property => property.Name)];

    private static int Unknown(List<JsonElement> items) => Types(items).Count(type => type == "unknownFutureValue");

    private static List<string?> Types(List<JsonElement> items) =>
        [.. items.Select(item => item.GetProperty("deviceEnrollmentType").GetString())];
}
