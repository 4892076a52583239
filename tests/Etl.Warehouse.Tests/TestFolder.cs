namespace Etl.Warehouse.Tests;

/// <summary>A folder of its own for a test, gone with it.</summary>
public sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("etl-test-");

    public string WarehousePath => this["warehouse.duckdb"];

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public WarehouseOptions Options => new() { ConnectionString = $"Data Source={WarehousePath}" };

    public void Dispose() => _folder.Delete(recursive: true);
}
