using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Simulator;

namespace Etl.EndToEnd.Tests;

/// <summary>What Graph lets go wrong while it is read, and what is published all the same.</summary>
public sealed class FaultTests(SimulatedDays days)
{
    [Theory]
    [InlineData(FaultProfile.Throttled)]
    [InlineData(FaultProfile.Unavailable)]
    [InlineData(FaultProfile.Reset)]
    [InlineData(FaultProfile.Truncated)]
    [InlineData(FaultProfile.InvalidJson)]
    [InlineData(FaultProfile.Mixed)]
    [InlineData(FaultProfile.Duplicates)]
    [InlineData(FaultProfile.EmptyPages)]
    public async Task A_list_read_through_faults_is_the_list(FaultProfile faults)
    {
        var options = new GraphServerOptions { Faults = faults, FaultEvery = 2, FaultsPerPage = 1 };
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday, options);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        workplace.TenantSettings["Graph"]!["PageSize"] = 60;

        (await workplace.RunAsync(days.Tuesday)).ShouldEndWith(EtlResult.Done);

        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
        if (faults is not (FaultProfile.Duplicates or FaultProfile.EmptyPages))
            Csv.Rows(await workplace.ReadAsync(ExportDataset.Runs)).ShouldContain(row => row["source"] == "Entra" && row["retries"] != "0");
    }

    [Fact]
    public async Task A_page_that_stays_bad_fails_the_run_and_is_named()
    {
        var options = new GraphServerOptions { Faults = FaultProfile.InvalidJson, FaultEvery = 2, FaultsPerPage = int.MaxValue };
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday, options);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        workplace.TenantSettings["Graph"]!["MaxAttempts"] = 2;

        (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Failed, "page 1", "JSON");

        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }
}
