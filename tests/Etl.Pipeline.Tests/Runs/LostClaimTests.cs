using Etl.Extract.Graph;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;
using Etl.Simulator;
using Etl.Warehouse;
using Etl.Warehouse.Runs;

namespace Etl.Pipeline.Tests.Runs;

/// <summary>The claim of a run on its tenant is gone, before it loads or while it does.</summary>
public sealed class LostClaimTests : IDisposable
{
    private static readonly SimulatedDay Day = new SimulatedTenant(new SimulatorOptions { Devices = 50 }).Day(0);

    private readonly string _folder = Directory.CreateTempSubdirectory("etl-claim-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Before_anything_is_staged_it_is_taken_again_where_no_other_process_ran_the_tenant()
    {
        var warehouse = Warehouse();

        var run = await RunAsync(new LosingWarehouse(warehouse, questions: 0, () => Task.CompletedTask));

        run.State.ShouldBe(RunState.Published);
        (await new RunJournal(warehouse).ListAsync("contoso", limit: 10, Cancellation)).ShouldHaveSingleItem().State.ShouldBe(RunState.Published);
        await using var free = (await warehouse.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_another_process_published_meanwhile_stays()
    {
        var warehouse = Warehouse();
        RunRecord? others = null;

        var fault = await Should.ThrowAsync<EtlException>(() => RunAsync(new LosingWarehouse(warehouse, questions: 0, async () => others = await RunAsync(warehouse))));

        fault.Message.ShouldStartWith("The claim on the tenant was lost");
        (await new RunJournal(warehouse).LastPublishedAsync("contoso", Cancellation)).ShouldNotBeNull().RunId.ShouldBe(others!.RunId);
        (await new RunJournal(warehouse).ListAsync("contoso", limit: 10, Cancellation)).Count(run => run.State == RunState.Failed).ShouldBe(1);
    }

    [Fact]
    public async Task While_another_process_has_it_nothing_is_published()
    {
        var warehouse = Warehouse();
        IClaim? others = null;

        var fault = await Should.ThrowAsync<EtlException>(() => RunAsync(
            new LosingWarehouse(warehouse, questions: 0, async () => others = await warehouse.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation))));

        fault.Message.ShouldStartWith("The claim on the tenant was lost");
        (await new RunJournal(warehouse).LastPublishedAsync("contoso", Cancellation)).ShouldBeNull();
        await others.ShouldNotBeNull().DisposeAsync();
    }

    [Fact]
    public async Task Lost_before_the_commit_it_lets_nothing_be_published_and_says_why_and_the_run_may_be_tried_again()
    {
        var warehouse = Warehouse();

        var fault = await Should.ThrowAsync<EtlException>(() => RunAsync(new LosingWarehouse(warehouse, questions: 2, () => Task.CompletedTask)));

        fault.Message.ShouldStartWith("The claim on the tenant was lost");
        fault.IsTransient.ShouldBeTrue();
        var journal = new RunJournal(warehouse);
        (await journal.LastPublishedAsync("contoso", Cancellation)).ShouldBeNull();
        var failed = (await journal.ListAsync("contoso", limit: 10, Cancellation)).ShouldHaveSingleItem();
        failed.State.ShouldBe(RunState.Failed);
        failed.Error.ShouldBe(fault.Message);
        (await RunAsync(warehouse)).State.ShouldBe(RunState.Published);
    }

    private IWarehouse Warehouse() =>
        WarehouseFactory.Create(new WarehouseOptions { ConnectionString = $"Data Source={_folder}/warehouse.duckdb" }, TimeProvider.System);

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
