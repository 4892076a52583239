using Dapper;
using Etl.SqlServer.Testing;
using Etl.Warehouse;
using Microsoft.Data.SqlClient;

namespace Etl.Pipeline.Tests.Scheduling.Soak;

public sealed class SqlServerSoakTests(SqlServerDatabases databases) : SoakContract, IClassFixture<SqlServerDatabases>
{
    private const string IsBabelfish = "SELECT CASE WHEN SERVERPROPERTY('Babelfish') IS NULL THEN 0 ELSE 1 END";

    protected override WarehouseOptions Empty()
    {
        using (var connection = new SqlConnection(SqlServerHost.ConnectionString))
            Assert.SkipWhen(connection.ExecuteScalar<int>(IsBabelfish) == 1, "On Babelfish the server itself ends in the middle of it (PANIC: ERRORDATA_STACK_SIZE exceeded).");
        return databases.Empty("soak");
    }
}
