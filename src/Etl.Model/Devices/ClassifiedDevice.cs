using Etl.Model.Values;

namespace Etl.Model.Devices;

/// <summary>
/// One device at the snapshot instant: what the three inventories say together, classified by the rules. Instants are UTC, cut to
/// milliseconds.
/// </summary>
public sealed record ClassifiedDevice
{
    /// <summary>
    /// The Entra <c>deviceId</c>, else the AD <c>objectGUID</c>, else Intune's <c>azureADDeviceId</c>, else the Intune <c>id</c>.
    /// A GUID in form D, lower case; an Intune <c>id</c> that is no GUID stands as it is.
    /// </summary>
    public required SourceId DeviceId { get; init; }

    public string? DeviceName { get; init; }
    public required JoinType JoinType { get; init; }
    public required EnrollmentState EnrollmentState { get; init; }

    /// <summary>Code of a row of <c>config/enrollment-methods.csv</c>, the raw enrolment type where none fits, else the state.</summary>
    public required string EnrollmentMethod { get; init; }

    public required Platform Platform { get; init; }
    public required Ownership Ownership { get; init; }
    public required string ComplianceState { get; init; }
    public required string ManagementAgent { get; init; }
    public required Scope Scope { get; init; }
    public required GapReason GapReason { get; init; }
    public required bool IsCovered { get; init; }
    public required bool IsAutopilot { get; init; }
    public required bool InEntra { get; init; }
    public required bool InIntune { get; init; }
    public required bool InAd { get; init; }
    public required AdMatch AdMatch { get; init; }
    public required IntuneMatch IntuneMatch { get; init; }

    /// <summary>Intune records under this device, duplicates of one <c>id</c> counted once.</summary>
    public required int IntuneRecordCount { get; init; }

    /// <summary>Null unless enrolled.</summary>
    public bool? JoinTypeAsExpected { get; init; }

    public required bool IsStale { get; init; }
    public DateTimeOffset? LastActivity { get; init; }

    /// <summary>Whole days from <see cref="LastActivity"/> to the snapshot instant; negative where it lies after it.</summary>
    public int? DaysSinceActivity { get; init; }

    public DateTimeOffset? Registered { get; init; }
    public DateTimeOffset? Enrolled { get; init; }
    public DateTimeOffset? LastSync { get; init; }
    public string? OsVersion { get; init; }
    public string? SerialNumber { get; init; }
    public string? Manufacturer { get; init; }
    public string? Model { get; init; }
    public string? PrimaryUser { get; init; }
    public string? OrganizationalUnit { get; init; }
    public SourceId? EntraObjectId { get; init; }
    public SourceId? IntuneId { get; init; }
    public string? AdDistinguishedName { get; init; }
    public string? AdSid { get; init; }

    public bool IsEnrolled => EnrollmentState == EnrollmentState.Enrolled;
    public bool IsInScope => Scope == Scope.InScope;
}
