namespace Etl.Warehouse;

/// <summary>A published day of a tenant and the run whose devices it shows; no run where retention has removed the devices.</summary>
public sealed record SnapshotRun
{
    public required DateOnly SnapshotDate { get; init; }
    public Guid? RunId { get; init; }
}
