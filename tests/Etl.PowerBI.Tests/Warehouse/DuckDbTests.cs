using Etl.PowerBI.Tests.Numbers;
using Etl.Warehouse;

namespace Etl.PowerBI.Tests.Warehouse;

public sealed class DuckDbTests(DemoWarehouse demo) : WarehouseContract
{
    protected override Task<IWarehouse> OpenAsync(CancellationToken cancellationToken) => Task.FromResult(demo.Warehouse);
}
