using Etl.SqlServer.Testing;

namespace Etl.Load.Tests.SqlServer;

/// <summary>The classes that use a server, one after the other on the same databases: to make one takes longer than most tests.</summary>
[CollectionDefinition]
public sealed class SharedServer : ICollectionFixture<SqlServerDatabases>;
