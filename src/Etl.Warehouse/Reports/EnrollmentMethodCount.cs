namespace Etl.Warehouse.Reports;

/// <summary>Devices enrolled in one way on the tenant's latest day.</summary>
public sealed record EnrollmentMethodCount
{
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required string EnrollmentMethod { get; init; }
    public required string Label { get; init; }
    public required string Category { get; init; }
    public required long Devices { get; init; }
    public required long Autopilot { get; init; }
    public required long UnexpectedJoinType { get; init; }
}
