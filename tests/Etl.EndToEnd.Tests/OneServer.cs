namespace Etl.EndToEnd.Tests;

/// <summary>Tests on a server run one at a time: their programs are many, and the server is one.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class OneServer;
