using Etl.Model.Values;

namespace Etl.Warehouse.Reports;

/// <summary>Devices of one join type on the tenant's latest day.</summary>
public sealed record JoinTypeCoverage
{
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required string JoinType { get; init; }
    public required string Label { get; init; }
    public required bool IsJoined { get; init; }
    public required long Devices { get; init; }
    public required long Enrolled { get; init; }
    public required long InScope { get; init; }
    public required long Covered { get; init; }

    /// <summary>Covered devices over devices in scope; null where nothing is in scope.</summary>
    public decimal? Coverage => Share.Of(Covered, InScope);
}
