namespace Etl.Pipeline.Tests.Replay;

public sealed class DuckDbReplayTests() : TenantReplayContract(warehouse: null);
