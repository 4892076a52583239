using Etl.SqlServer.Testing;

namespace Etl.Load.Tests.SqlServer;

public sealed class SqlServerReportQueriesTests(SqlServerDatabases databases)
    : ReportQueriesContract(databases.Warehouse("a")), IClassFixture<SqlServerDatabases>;
