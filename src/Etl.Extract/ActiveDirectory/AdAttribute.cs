namespace Etl.Extract.ActiveDirectory;

/// <summary>What a column can hold. Several columns may hold one attribute.</summary>
internal enum AdAttribute
{
    ObjectGuid,
    Sid,
    Name,
    DnsHostName,
    DistinguishedName,
    Enabled,
    UserAccountControl,
    OperatingSystem,
    OperatingSystemVersion,
    LastLogon,
    PasswordLastSet,
    WhenCreated,
    HasUserCertificate,
}
