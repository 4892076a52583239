using Etl.Benchmarks.Processes;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Graph;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;

namespace Etl.Benchmarks.Variants;

/// <summary>
/// An empty folder for one variant, and the options of a run in it. It stays until the benchmark ends: for minutes after thousands of
/// files were deleted ext4 makes new ones slowly, and the next variant would pay for it.
/// </summary>
internal sealed class Workplace
{
    public Workplace(SimulatedData tenant)
    {
        Folder = Path.Combine(Path.GetDirectoryName(tenant.AdPath)!, Path.GetRandomFileName());
        Directory.CreateDirectory(Folder);
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
}
