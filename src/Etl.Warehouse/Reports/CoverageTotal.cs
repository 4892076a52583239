using Etl.Model.Values;

namespace Etl.Warehouse.Reports;

/// <summary>A tenant on a published day.</summary>
public sealed record CoverageTotal
{
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required long Devices { get; init; }
    public required long Enrolled { get; init; }
    public required long InScope { get; init; }
    public required long Covered { get; init; }
    public required long Compliant { get; init; }
    public required long Stale { get; init; }

    /// <summary>Covered devices over devices in scope; null where nothing is in scope.</summary>
    public decimal? Coverage => Share.Of(Covered, InScope);

    /// <summary>Enrolled devices over all devices; null where there are none.</summary>
    public decimal? CoverageAll => Share.Of(Enrolled, Devices);
}
