namespace Etl.Warehouse.Reports;

/// <summary>Events of one kind in the seven days up to the tenant's latest.</summary>
public sealed record EventCount
{
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required string EventType { get; init; }
    public required string Label { get; init; }
    public required long Events { get; init; }

    /// <summary>Of them, those of the latest day.</summary>
    public required long Latest { get; init; }
}
