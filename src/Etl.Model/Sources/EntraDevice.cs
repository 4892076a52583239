using Etl.Model.Values;

namespace Etl.Model.Sources;

/// <summary>
/// One Entra <c>device</c> that has an <c>id</c> and a usable <c>deviceId</c>. Property names and spellings are Graph's; values are
/// cleaned as section 1 of the rules says (trimmed, sentinels null), never interpreted.
/// </summary>
public sealed record EntraDevice
{
    /// <summary>Directory object id. Not the join key.</summary>
    public required SourceId Id { get; init; }

    /// <summary>Device registration id: the key that Intune and on-premises AD share.</summary>
    public required Guid DeviceId { get; init; }

    public string? DisplayName { get; init; }
    public bool? AccountEnabled { get; init; }
    public string? TrustType { get; init; }
    public string? ProfileType { get; init; }
    public DateTimeOffset? RegistrationDateTime { get; init; }
    public DateTimeOffset? ApproximateLastSignInDateTime { get; init; }
    public string? EnrollmentProfileName { get; init; }
    public bool? IsManaged { get; init; }
    public bool? IsCompliant { get; init; }
    public string? ManagementType { get; init; }

    /// <summary>Null where the text is not a usable GUID.</summary>
    public Guid? MdmAppId { get; init; }

    public string? DeviceOwnership { get; init; }
    public string? OperatingSystem { get; init; }
    public string? OperatingSystemVersion { get; init; }
    public string? Manufacturer { get; init; }
    public string? Model { get; init; }

    /// <summary>SID of the on-premises computer account, upper case.</summary>
    public string? OnPremisesSecurityIdentifier { get; init; }

    /// <summary>A <c>[ZTDID]</c> tag is among <c>physicalIds</c>: the hardware is registered for Autopilot.</summary>
    public bool HasZtdId { get; init; }

    /// <summary>The <c>[HWID]</c> tags of <c>physicalIds</c>, upper case, distinct. <c>[USER-HWID]</c> is another tag.</summary>
    public IReadOnlyList<string> HardwareIds { get; init; } = [];

    /// <summary>Whether <c>alternativeSecurityIds</c> has members; null where the property was not read (a cloud that lacks it).</summary>
    public bool? HasAlternativeSecurityIds { get; init; }
}
