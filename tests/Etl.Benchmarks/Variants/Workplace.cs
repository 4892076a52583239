using Etl.Benchmarks.Processes;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Graph;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;

namespace Etl.Benchmarks.Variants;

/// <summary>An empty folder for one variant, and the options of a run in it. Deleted with it.</summary>
internal sealed class Workplace : IDisposable
{
    public Workplace(SimulatedData tenant)
    {
        Folder = Directory.CreateTempSubdirectory("etl-benchmark-").FullName;
        Options = new EtlOptions
        {
            Tenants =
            [
                new TenantOptions
                {
                    Name = "contoso",
                    Graph = GraphOf(tenant),
                    ActiveDirectory = new AdOptions { Path = tenant.AdPath },
                },
            ],
            Tables = ConfigurationLoader.LoadTables(Path.Combine(ConfigurationLoader.ShippedFolder, "appsettings.json")),
            Warehouse = new WarehouseOptions { ConnectionString = $"Data Source={Path.Combine(Folder, "warehouse.duckdb")}" },
            Archive = new ArchiveOptions { Path = Path.Combine(Folder, "archive") },
        };
    }

    public string Folder { get; }

    public EtlOptions Options { get; }

    public static GraphOptions GraphOf(SimulatedData tenant) => new()
    {
        BaseUrl = tenant.BaseUrl,
        Credential = GraphCredential.AccessToken,
        AccessToken = new Secret(tenant.Token),
    };

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
