using Etl.SqlServer.Testing;
using Etl.Warehouse;

namespace Etl.PowerBI.Tests.Warehouse;

public sealed class SqlServerTests(SqlServerDatabases databases) : WarehouseContract, IClassFixture<SqlServerDatabases>
{
    protected override Task<IWarehouse> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IWarehouse>(databases.Warehouse("report"));
}
