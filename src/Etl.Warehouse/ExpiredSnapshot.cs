namespace Etl.Warehouse;

/// <summary>A day whose devices are older than the limit.</summary>
public sealed record ExpiredSnapshot
{
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required short TenantKey { get; init; }
    public required int SnapshotDateKey { get; init; }
    public required long Devices { get; init; }
}
