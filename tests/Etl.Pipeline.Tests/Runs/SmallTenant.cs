using Etl.Extract.Graph;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;
using Etl.Simulator;
using Etl.Warehouse;

namespace Etl.Pipeline.Tests.Runs;

/// <summary>A tenant of a few simulated devices, with an archive in a folder of its own, and a warehouse there unless one is given.</summary>
internal sealed class SmallTenant : IDisposable
{
    public const string Name = "contoso";

    private static readonly SimulatedTenant Simulated = new(new SimulatorOptions { Devices = 50 });

    private readonly string _folder = Directory.CreateTempSubdirectory("etl-tenant-").FullName;

    private readonly WarehouseOptions? _given;

    public SmallTenant(WarehouseOptions? warehouse = null)
    {
        _given = warehouse;
        Options = OptionsFor(new Uri("http://127.0.0.1:9/v1.0"));
        Warehouse = WarehouseFactory.Create(Options.Warehouse, TimeProvider.System);
    }

    public EtlOptions Options { get; }

    public IWarehouse Warehouse { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs it as of one of its days.</summary>
    public async Task<RunRecord> RunAsync(IWarehouse warehouse, int day = 0)
    {
        var simulated = Simulated.Day(day);
        await using var graph = await GraphServer.StartAsync(new GraphServerOptions(), simulated, Cancellation);
        var options = OptionsFor(graph.BaseUrl);
        var run = new TenantRun(options, options.Tenants[0], warehouse, TimeProvider.System, NoObserver.Instance);
        return (await run.RunAsync(new RunRequest { AsOf = simulated.SnapshotInstant }, Cancellation)).Run;
    }

    private EtlOptions OptionsFor(Uri graph) => new()
    {
        Tenants =
        [
            new TenantOptions
            {
                Name = Name,
                Graph = new GraphOptions
                {
                    BaseUrl = graph.AbsoluteUri,
                    Credential = GraphCredential.AccessToken,
                    AccessToken = new Secret(GraphServerOptions.DefaultToken),
                },
            },
        ],
        Tables = ConfigurationLoader.LoadTables(Path.Combine(ConfigurationLoader.ShippedFolder, "appsettings.json")),
        Quality = new QualityOptions { MaxCountGapPercent = 100 },
        Archive = new ArchiveOptions { Path = Path.Combine(_folder, "archive") },
        Warehouse = _given ?? new WarehouseOptions { ConnectionString = $"Data Source={_folder}/warehouse.duckdb" },
    };
}
