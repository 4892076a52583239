using Etl.Warehouse;

namespace Etl.Load.Tests.History;

public sealed class DuckDbHistoryTests : HistoryContract, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override IWarehouse NewWarehouse(string name) => _folder.Warehouse(name);
}
