namespace Etl.Dashboard.Data;

/// <summary>Devices of one day that are alike in everything that pages count by.</summary>
public sealed record SnapshotCount
{
    public required string JoinType { get; init; }
    public required string EnrollmentState { get; init; }
    public required string EnrollmentMethod { get; init; }
    public required string Platform { get; init; }
    public required string Ownership { get; init; }
    public required string GapReason { get; init; }
    public required long Devices { get; init; }
    public required long Enrolled { get; init; }
    public required long InScope { get; init; }
    public required long Covered { get; init; }
    public required long Autopilot { get; init; }
    public required long UnexpectedJoinType { get; init; }
}
