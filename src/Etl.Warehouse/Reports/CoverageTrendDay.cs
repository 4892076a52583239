namespace Etl.Warehouse.Reports;

/// <summary>A tenant on a published day, and how its coverage has moved. Shares are 0 to 1.</summary>
public sealed record CoverageTrendDay
{
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required long Devices { get; init; }
    public required long Covered { get; init; }
    public required long InScope { get; init; }
    public decimal? Coverage { get; init; }
    public decimal? CoverageAll { get; init; }
    public decimal? CoverageChange7Days { get; init; }
    public decimal? CoverageChange28Days { get; init; }
    public decimal? CoverageTarget { get; init; }
    public decimal? GapToTarget { get; init; }
}
