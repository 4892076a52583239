using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Etl.Simulator.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public async Task The_same_seed_makes_the_same_pages_to_the_byte()
    {
        var first = await PagesAsync(Sample.SmallDay);
        var again = await PagesAsync(new SimulatedTenant(new SimulatorOptions { Devices = 240 }).Day(0));

        again.ShouldBe(first);
    }

    // Fails when another machine, or a change that was not meant to, makes another tenant of the same seed.
    [Fact]
    public async Task The_pages_of_a_seed_are_those_that_they_always_were()
    {
        var pages = await PagesAsync(Sample.SmallDay);

        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pages)))[..16].ShouldBe("4ae6cc7da8ece903");
    }

    [Fact]
    public async Task Another_seed_makes_another_tenant()
    {
        var other = new SimulatedTenant(new SimulatorOptions { Devices = 240, Seed = 2 }).Day(0);

        (await PagesAsync(other)).ShouldNotBe(await PagesAsync(Sample.SmallDay));
    }

    [Fact]
    public void A_day_is_the_same_whichever_days_were_asked_for_before()
    {
        var tenant = new SimulatedTenant(new SimulatorOptions { Devices = 240 });
        var late = tenant.Day(20).Devices().ToList();
        var early = tenant.Day(3).Devices().ToList();

        early.ShouldBe(Sample.Small.Day(3).Devices());
        late.ShouldBe(Sample.Small.Day(20).Devices());
    }

    [Theory]
    [InlineData(AdExportFormat.PowerShell51)]
    [InlineData(AdExportFormat.PowerShell51EnglishAscii)]
    [InlineData(AdExportFormat.Csvde)]
    public async Task Files_do_not_depend_on_the_culture_of_the_machine(AdExportFormat format)
    {
        var norwegian = await InCultureAsync("nb-NO", format);
        var arabic = await InCultureAsync("ar-SA", format);

        arabic.ShouldBe(norwegian);
    }

    private static async Task<byte[]> InCultureAsync(string culture, AdExportFormat format)
    {
        // Flows into all that is awaited here, and not out to the caller.
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        return await AdExportTests.BytesAsync(Sample.Small.Day(2), format);
    }

    private static async Task<string> PagesAsync(SimulatedDay day)
    {
        await using var server = await Caller.ServeAsync(new GraphServerOptions(), day);
        using var caller = new Caller(server);
        var pages = new StringBuilder();
        foreach (var list in new[] { "/devices?$top=100", "/deviceManagement/managedDevices?$top=100" })
        {
            for (string? url = list; url is not null;)
            {
                using var response = await caller.GetAsync(url);
                var body = await response.Content.ReadAsStringAsync(Caller.Cancellation);
                url = JsonDocument.Parse(body).RootElement.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
                pages.Append(body.Replace(server.BaseUrl.Authority, "graph", StringComparison.Ordinal)).Append('\n');
            }
        }

        return pages.ToString();
    }
}
