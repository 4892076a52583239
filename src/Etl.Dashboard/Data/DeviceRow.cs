namespace Etl.Dashboard.Data;

/// <summary>A device on a day.</summary>
public sealed record DeviceRow
{
    public required DateOnly SnapshotDate { get; init; }
    public required string DeviceId { get; init; }
    public string? DeviceName { get; init; }
    public required string JoinType { get; init; }
    public required string EnrollmentState { get; init; }
    public required string EnrollmentMethod { get; init; }
    public required string Platform { get; init; }
    public required string Ownership { get; init; }
    public required string ComplianceState { get; init; }
    public required string Scope { get; init; }
    public required string GapReason { get; init; }
    public DateOnly? GapSince { get; init; }
    public required bool IsCovered { get; init; }
    public string? OsVersion { get; init; }
    public string? SerialNumber { get; init; }
    public string? Manufacturer { get; init; }
    public string? Model { get; init; }
    public string? PrimaryUser { get; init; }
    public string? OrganizationalUnit { get; init; }
    public DateTimeOffset? LastActivityUtc { get; init; }
    public DateTimeOffset? RegisteredUtc { get; init; }
    public DateTimeOffset? EnrolledUtc { get; init; }
    public DateTimeOffset? LastSyncUtc { get; init; }
}
