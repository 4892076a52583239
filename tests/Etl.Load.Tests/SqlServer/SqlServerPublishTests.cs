using Etl.SqlServer.Testing;
using Etl.Warehouse;

namespace Etl.Load.Tests.SqlServer;

public sealed class SqlServerPublishTests(SqlServerDatabases databases) : PublishContract, IClassFixture<SqlServerDatabases>
{
    protected override WarehouseOptions NewOptions(string name) => databases.Empty(name);
}
