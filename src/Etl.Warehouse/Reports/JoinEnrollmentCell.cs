namespace Etl.Warehouse.Reports;

/// <summary>Devices of one join type in one enrolment state on the tenant's latest day.</summary>
public sealed record JoinEnrollmentCell
{
    public required string Tenant { get; init; }
    public required DateOnly SnapshotDate { get; init; }
    public required string JoinType { get; init; }
    public required string JoinTypeLabel { get; init; }
    public required string EnrollmentState { get; init; }
    public required string EnrollmentStateLabel { get; init; }
    public required long Devices { get; init; }
}
