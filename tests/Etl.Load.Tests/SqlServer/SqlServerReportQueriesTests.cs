using Etl.SqlServer.Testing;

namespace Etl.Load.Tests.SqlServer;

[Collection<SharedServer>]
public sealed class SqlServerReportQueriesTests(SqlServerDatabases databases)
    : ReportQueriesContract(databases.Warehouse("a"));
