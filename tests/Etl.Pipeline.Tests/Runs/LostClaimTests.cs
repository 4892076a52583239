using Etl.Extract.Graph;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;
using Etl.Simulator;
using Etl.Warehouse;
using Etl.Warehouse.Runs;

namespace Etl.Pipeline.Tests.Runs;

/// <summary>A run whose claim on the tenant is gone, before it loads or while it does.</summary>
public sealed class LostClaimTests : IDisposable
{
    private static readonly SimulatedDay Day = new SimulatedTenant(new SimulatorOptions { Devices = 50 }).Day(0);

    private readonly string _folder = Directory.CreateTempSubdirectory("etl-claim-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Publishes_nothing_and_says_why_and_may_be_tried_again(int questions)
    {
        var warehouse = WarehouseFactory.Create(new WarehouseOptions { ConnectionString = $"Data Source={_folder}/warehouse.duckdb" }, TimeProvider.System);

        var fault = await Should.ThrowAsync<EtlException>(() => RunAsync(new LosingWarehouse(warehouse, questions)));

        fault.Message.ShouldStartWith("The claim on the tenant was lost");
        fault.IsTransient.ShouldBeTrue();
        var journal = new RunJournal(warehouse);
        (await journal.LastPublishedAsync("contoso", Cancellation)).ShouldBeNull();
        var failed = (await journal.ListAsync("contoso", limit: 10, Cancellation)).ShouldHaveSingleItem();
        failed.State.ShouldBe(RunState.Failed);
        failed.Error.ShouldBe(fault.Message);
        (await RunAsync(warehouse)).State.ShouldBe(RunState.Published);
    }

    private async Task<RunRecord> RunAsync(IWarehouse warehouse)
    {
        await using var graph = await GraphServer.StartAsync(new GraphServerOptions(), Day, Cancellation);
        var tenant = new TenantOptions
        {
            Name = "contoso",
            Graph = new GraphOptions
            {
                BaseUrl = graph.BaseUrl.AbsoluteUri,
                Credential = GraphCredential.AccessToken,
                AccessToken = new Secret(GraphServerOptions.DefaultToken),
            },
        };
        var options = new EtlOptions
        {
            Tenants = [tenant],
            Tables = ConfigurationLoader.LoadTables(Path.Combine(ConfigurationLoader.ShippedFolder, "appsettings.json")),
            Quality = new QualityOptions { MaxCountGapPercent = 100 },
            Archive = new ArchiveOptions { Enabled = false },
        };
        var run = new TenantRun(options, tenant, warehouse, TimeProvider.System, NoObserver.Instance);
        return (await run.RunAsync(new RunRequest { AsOf = Day.SnapshotInstant }, Cancellation)).Run;
    }
}
