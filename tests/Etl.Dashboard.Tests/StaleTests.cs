using System.Text.Json.Nodes;
using Dapper;
using Etl.Dashboard.Tests.Browsing;
using Etl.EndToEnd.Tests.Running;
using Etl.Warehouse;

namespace Etl.Dashboard.Tests;

/// <summary>A page that is kept says of the last run what is so now.</summary>
public sealed class StaleTests(DashboardSite site)
{
    private const string Words = "The last run, of 2026-11-23, failed: no answer of Graph";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_fails_shows_on_pages_that_are_kept_and_not_on_those_of_earlier_days()
    {
        Assert.SkipWhen(Chromium.Program is null, Chromium.Missing);
        using var place = Workplace.For(new Uri("http://127.0.0.1:9/v1.0"));
        File.Copy(site.Place.WarehouseFile, place.WarehouseFile);
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        using var serve = await ServeProcess.StartAsync(place);

        for (var time = 0; time < 2; time++) (await GetAsync(serve, "/gaps")).ShouldNotContain("The last run");
        await FailAsync(place);
        // The question is asked beside the pages: it is not the first of them that says so.
        var isSaid = false;
        for (var until = TimeProvider.System.GetTimestamp(); !isSaid && TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromMinutes(2);)
            isSaid = (await GetAsync(serve, "/gaps")).Contains(Words, StringComparison.Ordinal);

        isSaid.ShouldBeTrue();
        (await GetAsync(serve, "/gaps?date=2026-11-20")).ShouldNotContain("The last run");
        (await GetAsync(serve, $"/gaps?tenant={DashboardSite.OtherTenant}")).ShouldNotContain("The last run");
    }

    private static Task<string> GetAsync(ServeProcess serve, string path) => serve.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);

    private static Task<int> FailAsync(Workplace place) => WarehouseFactory.Create(place.Store, TimeProvider.System).UseAsync(
        WarehouseAccess.Write,
        session => session.Connection.ExecuteAsync("""
            INSERT INTO ops.run (run_id, tenant, as_of_utc, snapshot_date, state, started_utc, ended_utc, error)
            VALUES (uuid(), 'contoso', '2026-11-23 06:00', '2026-11-23', 'Failed', '2099-01-01 06:00', '2099-01-01 06:01', 'no answer of Graph')
            """),
        Cancellation);
}
