using System.Collections.Frozen;

namespace Etl.Extract.ActiveDirectory;

/// <summary>The headers that <c>Get-ADComputer</c> and csvde write, and the attribute each one holds.</summary>
internal static class AdHeaders
{
    /// <summary>In order of preference where a file has several for one attribute.</summary>
    private static readonly (string Header, AdAttribute Attribute)[] InOrder =
    [
        ("ObjectGUID", AdAttribute.ObjectGuid),
        ("SID", AdAttribute.Sid),
        ("objectSid", AdAttribute.Sid),
        ("Name", AdAttribute.Name),
        ("cn", AdAttribute.Name),
        ("DNSHostName", AdAttribute.DnsHostName),
        ("DistinguishedName", AdAttribute.DistinguishedName),
        ("DN", AdAttribute.DistinguishedName),
        ("Enabled", AdAttribute.Enabled),
        ("userAccountControl", AdAttribute.UserAccountControl),
        ("OperatingSystem", AdAttribute.OperatingSystem),
        ("OperatingSystemVersion", AdAttribute.OperatingSystemVersion),
        ("LastLogonDate", AdAttribute.LastLogon),
        ("lastLogonTimestamp", AdAttribute.LastLogon),
        ("PasswordLastSet", AdAttribute.PasswordLastSet),
        ("pwdLastSet", AdAttribute.PasswordLastSet),
        ("whenCreated", AdAttribute.WhenCreated),
        ("Created", AdAttribute.WhenCreated),
        ("HasUserCertificate", AdAttribute.HasUserCertificate),
    ];

    private static readonly FrozenDictionary<string, (int Rank, AdAttribute Attribute)> Known = InOrder
        .Select((entry, rank) => KeyValuePair.Create(entry.Header, (rank, entry.Attribute)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>For messages.</summary>
    public static string Names { get; } = string.Join(", ", InOrder.Select(entry => entry.Header));

    /// <summary>The preferred header of an attribute.</summary>
    public static string NameOf(AdAttribute attribute) => InOrder.First(entry => entry.Attribute == attribute).Header;

    public static bool TryFind(string header, out (int Rank, AdAttribute Attribute) found) => Known.TryGetValue(header, out found);
}
