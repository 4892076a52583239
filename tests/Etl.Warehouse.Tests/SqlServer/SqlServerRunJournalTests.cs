using Etl.SqlServer.Testing;

namespace Etl.Warehouse.Tests.SqlServer;

[Collection<SharedServer>]
public sealed class SqlServerRunJournalTests(SqlServerDatabases databases)
    : RunJournalContract(databases.Warehouse("a"));
