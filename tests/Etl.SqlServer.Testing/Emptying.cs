namespace Etl.SqlServer.Testing;

/// <summary>Takes out of a warehouse what was published and recorded; what the schema came with stays.</summary>
internal static class Emptying
{
    private static readonly string[] Tables =
    [
        "staging.classified_device", "staging.enrollment_method", "staging.gap_reason", "staging.device_key",
        "ops.rejected_row", "ops.quality_result", "ops.run_source", "ops.run", "ops.freed_key", "ops.device_overwrite", "ops.member_use",
        "fact.device_event", "fact.device_lifecycle", "fact.coverage_daily", "fact.device_snapshot", "dim.device", "dim.tenant", "dim.date",
    ];

    private static readonly string[] OpenDimensions = ["dim.enrollment_method", "dim.compliance_state", "dim.management_agent"];

    public static string Sql { get; } = string.Join('\n',
        [.. Tables.Select(table => $"DELETE FROM {table};"), .. OpenDimensions.Select(table => $"DELETE FROM {table} WHERE is_built_in = 0;")]);
}
