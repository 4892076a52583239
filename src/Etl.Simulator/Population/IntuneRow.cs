namespace Etl.Simulator.Population;

/// <summary>One Intune <c>managedDevice</c> as Graph would show it. A date that never was is null here, year 1 or 9999 in Graph.</summary>
internal sealed record IntuneRow
{
    public required string? Id { get; init; }
    public required string? AzureADDeviceId { get; init; }
    public required bool? AzureADRegistered { get; init; }
    public required string DeviceName { get; init; }
    public required string ManagedDeviceName { get; init; }
    public required string? SerialNumber { get; init; }
    public required string UserId { get; init; }
    public required string UserPrincipalName { get; init; }
    public required string UserDisplayName { get; init; }
    public required DateTime? Enrolled { get; init; }
    public required DateTime? LastSync { get; init; }
    public required DateTime? CertificateExpires { get; init; }
    public required DateTime? GracePeriodEnds { get; init; }
    public required string EnrollmentType { get; init; }
    public required string EnrollmentProfileName { get; init; }
    public required string OwnerType { get; init; }
    public required string ManagementAgent { get; init; }
    public required string ManagementState { get; init; }
    public required string ComplianceState { get; init; }
    public required string OperatingSystem { get; init; }
    public required string OsVersion { get; init; }
    public required string Manufacturer { get; init; }
    public required string Model { get; init; }
    public required bool IsSupervised { get; init; }
    public required bool IsEncrypted { get; init; }
    public required long TotalStorage { get; init; }
    public required long FreeStorage { get; init; }
    public required bool ShowsUndeclared { get; init; }
}
