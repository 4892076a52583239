namespace Etl.Warehouse.Reports;

/// <summary>Devices with one gap reason on the tenant's latest day.</summary>
public sealed record GapReasonCount
{
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required string GapReason { get; init; }
    public required string Label { get; init; }
    public string? Severity { get; init; }
    public required long Devices { get; init; }

    /// <summary>Those that cost coverage: in scope and not covered.</summary>
    public required long Missing { get; init; }

    public string? Explanation { get; init; }
    public string? RecommendedAction { get; init; }
}
