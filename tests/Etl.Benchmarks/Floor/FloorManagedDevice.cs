namespace Etl.Benchmarks.Floor;

/// <summary>The needed properties of an Intune <c>managedDevice</c>.</summary>
internal sealed class FloorManagedDevice
{
    public string? Id { get; set; }
    public string? AzureADDeviceId { get; set; }
    public string? DeviceName { get; set; }
    public string? SerialNumber { get; set; }
    public string? UserPrincipalName { get; set; }
    public DateTimeOffset? EnrolledDateTime { get; set; }
    public DateTimeOffset? LastSyncDateTime { get; set; }
    public DateTimeOffset? ManagementCertificateExpirationDate { get; set; }
    public string? DeviceEnrollmentType { get; set; }
    public string? EnrollmentProfileName { get; set; }
    public string? ManagedDeviceOwnerType { get; set; }
    public string? ManagementAgent { get; set; }
    public string? ManagementState { get; set; }
    public string? ComplianceState { get; set; }
    public string? OperatingSystem { get; set; }
    public string? OsVersion { get; set; }
    public string? Manufacturer { get; set; }
    public string? Model { get; set; }
}
