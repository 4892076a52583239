namespace Etl.Pipeline.Tests.Retention;

public sealed class DuckDbRetentionTests() : RetentionRunContract(warehouse: null);
