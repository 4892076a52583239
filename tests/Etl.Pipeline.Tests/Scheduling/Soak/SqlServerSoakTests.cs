using Etl.SqlServer.Testing;
using Etl.Warehouse;

namespace Etl.Pipeline.Tests.Scheduling.Soak;

public sealed class SqlServerSoakTests(SqlServerDatabases databases) : SoakContract, IClassFixture<SqlServerDatabases>
{
    protected override WarehouseOptions Empty() => databases.Empty("soak");
}
