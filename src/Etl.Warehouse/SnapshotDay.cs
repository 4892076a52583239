namespace Etl.Warehouse;

/// <summary>A published day of a tenant.</summary>
public sealed record SnapshotDay
{
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required long Devices { get; init; }

    /// <summary>Whether it is the tenant's latest.</summary>
    public required bool IsLatest { get; init; }

    public required short TenantKey { get; init; }
    public required int SnapshotDateKey { get; init; }
}
