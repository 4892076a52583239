using Etl.SqlServer.Testing;

namespace Etl.Pipeline.Tests.Retention;

public sealed class SqlServerRetentionTests(SqlServerDatabases databases)
    : RetentionRunContract(databases.Warehouse("retention")), IClassFixture<SqlServerDatabases>;
