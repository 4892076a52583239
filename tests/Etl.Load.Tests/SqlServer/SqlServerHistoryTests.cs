using Etl.Load.Tests.History;
using Etl.SqlServer.Testing;
using Etl.Warehouse;

namespace Etl.Load.Tests.SqlServer;

[Collection<SharedServer>]
public sealed class SqlServerHistoryTests(SqlServerDatabases databases) : HistoryContract
{
    protected override IWarehouse NewWarehouse(string name) => databases.Warehouse(name);
}
