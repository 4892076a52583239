namespace Etl.Dashboard.Data;

/// <summary>A published day in one line, of the devices that a filter shows.</summary>
public sealed record TrendDay
{
    public required DateOnly SnapshotDate { get; init; }
    public required long Devices { get; init; }
    public required long Enrolled { get; init; }
    public required long InScope { get; init; }
    public required long Covered { get; init; }

    public double? Coverage => InScope == 0 ? null : (double)Covered / InScope;
}
