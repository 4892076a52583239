using Etl.SqlServer.Testing;
using Etl.Warehouse;

namespace Etl.Load.Tests.SqlServer;

[Collection<SharedServer>]
public sealed class SqlServerPublishTests(SqlServerDatabases databases) : PublishContract
{
    protected override WarehouseOptions NewOptions(string name) => databases.Empty(name);
}
