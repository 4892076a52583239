using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Simulator;

namespace Etl.EndToEnd.Tests;

/// <summary>What Graph lets go wrong while it is read, and what is published all the same: a tenant a fault.</summary>
public sealed class FaultTests(SimulatedDays days) : IAsyncDisposable
{
    private static readonly FaultProfile[] AskedForAgain =
    [
        FaultProfile.Throttled, FaultProfile.Unavailable, FaultProfile.Reset, FaultProfile.Truncated, FaultProfile.InvalidJson,
        FaultProfile.Mixed,
    ];

    private static readonly FaultProfile[] Odd = [FaultProfile.Duplicates, FaultProfile.EmptyPages];

    private readonly List<GraphServer> _servers = [];

    [Fact]
    public async Task A_list_read_through_faults_is_the_list()
    {
        var sound = await ServeAsync(new GraphServerOptions());
        using var workplace = days.Empty(sound.BaseUrl, days.Monday);
        foreach (var profile in AskedForAgain.Concat(Odd))
        {
            var graph = await ServeAsync(new GraphServerOptions { Faults = profile, FaultEvery = 3, FaultsPerPage = 1 });
            workplace.AddTenant(profile.ToString(), graph.BaseUrl)["Graph"]!["PageSize"] = 60;
        }

        (await workplace.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done);

        var published = await workplace.PublishedAsync();
        published.Only(Workplace.Tenant).ShouldBe(days.OfMonday);
        foreach (var profile in AskedForAgain.Concat(Odd))
            published.Only(profile.ToString()).ShouldBe(days.OfMonday.Of(profile.ToString()));
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Runs)).Where(row => row["source"] == "Entra" && row["retries"] != "0")
            .Select(row => row["tenant"]).ShouldBe(AskedForAgain.Select(profile => profile.ToString()), ignoreOrder: true);
    }

    [Fact]
    public async Task A_page_that_stays_bad_fails_the_run_and_is_named()
    {
        var graph = await ServeAsync(new GraphServerOptions { Faults = FaultProfile.InvalidJson, FaultsPerPage = int.MaxValue });
        using var workplace = days.OnTuesday(graph.BaseUrl);
        workplace.TenantSettings["Graph"]!["MaxAttempts"] = 2;

        (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Failed, "page 1", "JSON");

        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
    }

    private async Task<GraphServer> ServeAsync(GraphServerOptions options)
    {
        var server = await SimulatedDays.ServeAsync(days.Monday, options);
        _servers.Add(server);
        return server;
    }
}
