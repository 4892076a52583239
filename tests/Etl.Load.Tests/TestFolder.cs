using Etl.Warehouse;

namespace Etl.Load.Tests;

/// <summary>A folder of its own for a test, gone with it.</summary>
public sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("etl-test-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public IWarehouse Warehouse(string name = "warehouse.duckdb") => WarehouseFactory.Create(Options(name), TimeProvider.System);

    public WarehouseOptions Options(string name) => new() { ConnectionString = $"Data Source={this[name]}" };

    public void Dispose() => _folder.Delete(recursive: true);
}
