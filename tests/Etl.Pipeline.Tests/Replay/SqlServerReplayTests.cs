using Etl.SqlServer.Testing;

namespace Etl.Pipeline.Tests.Replay;

public sealed class SqlServerReplayTests(SqlServerDatabases databases)
    : TenantReplayContract(databases.Empty("replay")), IClassFixture<SqlServerDatabases>;
