namespace Etl.Dashboard.Data;

/// <summary>A run, with one of its sources.</summary>
public sealed record RunRow
{
    public required Guid RunId { get; init; }
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required string State { get; init; }
    public required DateTimeOffset StartedUtc { get; init; }
    public DateTimeOffset? EndedUtc { get; init; }
    public long? Devices { get; init; }
    public string? Error { get; init; }
    public required long RowsRead { get; init; }
    public required long RowsRejected { get; init; }
    public required long Warnings { get; init; }
}
