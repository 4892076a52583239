using Etl.SqlServer.Testing;

namespace Etl.Warehouse.Tests.SqlServer;

public sealed class SqlServerRunJournalTests(SqlServerDatabases databases)
    : RunJournalContract(databases.Warehouse("a")), IClassFixture<SqlServerDatabases>;
