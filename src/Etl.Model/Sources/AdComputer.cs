namespace Etl.Model.Sources;

/// <summary>
/// One on-premises AD computer that has a usable <c>objectGUID</c>. Two columns of one attribute are already one value here, as
/// section 1 of the rules says.
/// </summary>
public sealed record AdComputer
{
    /// <summary>Equals the Entra <c>deviceId</c> of a hybrid joined device.</summary>
    public required Guid ObjectGuid { get; init; }

    /// <summary>Upper case.</summary>
    public string? Sid { get; init; }

    public string? Name { get; init; }
    public string? DnsHostName { get; init; }
    public string? DistinguishedName { get; init; }

    /// <summary>False where <c>Enabled</c> is false or <c>userAccountControl</c> has bit 2; null where neither was read.</summary>
    public bool? Enabled { get; init; }

    public int? UserAccountControl { get; init; }
    public string? OperatingSystem { get; init; }
    public string? OperatingSystemVersion { get; init; }

    /// <summary>The file has a column for the operating system, so that a null one means empty rather than not asked for.</summary>
    public bool OperatingSystemWasRead { get; init; }

    public DateTimeOffset? LastLogon { get; init; }
    public DateTimeOffset? PasswordLastSet { get; init; }
    public DateTimeOffset? WhenCreated { get; init; }
    public bool? HasUserCertificate { get; init; }
}
