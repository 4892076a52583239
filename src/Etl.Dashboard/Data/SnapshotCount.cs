namespace Etl.Dashboard.Data;

/// <summary>Devices of one day that are alike in everything that pages count by; in what coverage is counted by, where only that is kept of the day.</summary>
public sealed record SnapshotCount
{
    public required string JoinType { get; init; }
    public string? EnrollmentState { get; init; }
    public string? EnrollmentMethod { get; init; }
    public required string Platform { get; init; }
    public required string Ownership { get; init; }
    public string? GapReason { get; init; }
    public required long Devices { get; init; }
    public required long Enrolled { get; init; }
    public required long InScope { get; init; }
    public required long Covered { get; init; }
    public long Autopilot { get; init; }
    public long UnexpectedJoinType { get; init; }
}
