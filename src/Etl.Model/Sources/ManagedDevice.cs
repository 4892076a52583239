using Etl.Model.Values;

namespace Etl.Model.Sources;

/// <summary>
/// One Intune <c>managedDevice</c> that has an <c>id</c>. Property names and spellings are Graph's; values are cleaned as section 1
/// of the rules says. Enum-like values keep their raw text: members unknown today must survive.
/// </summary>
public sealed record ManagedDevice
{
    public required SourceId Id { get; init; }

    /// <summary>The Entra <c>deviceId</c>; null where it is missing, unreadable or the zero GUID.</summary>
    public Guid? AzureADDeviceId { get; init; }

    public string? DeviceName { get; init; }

    /// <summary>Null for placeholders that firmware ships with ("To be filled by O.E.M.").</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The primary user, as <c>Privacy:PrimaryUser</c> lets it through.</summary>
    public string? UserPrincipalName { get; init; }

    public DateTimeOffset? EnrolledDateTime { get; init; }
    public DateTimeOffset? LastSyncDateTime { get; init; }
    public DateTimeOffset? ManagementCertificateExpirationDate { get; init; }
    public string? DeviceEnrollmentType { get; init; }
    public string? EnrollmentProfileName { get; init; }
    public string? ManagedDeviceOwnerType { get; init; }
    public string? ManagementAgent { get; init; }
    public string? ManagementState { get; init; }
    public string? ComplianceState { get; init; }
    public string? OperatingSystem { get; init; }
    public string? OsVersion { get; init; }
    public string? Manufacturer { get; init; }
    public string? Model { get; init; }
}
