using System.Buffers.Binary;
using System.Globalization;
using Etl.Simulator.Population;

namespace Etl.Simulator.ActiveDirectory;

/// <summary>What csvde writes: raw LDAP values, binary ones as <c>X'hex'</c>. There is no column for the certificate.</summary>
internal static class CsvdeColumns
{
    public static AdColumn[] With(Identity identity) =>
    [
        new("DN", row => row.DistinguishedName),
        new("objectClass", _ => "top;person;organizationalPerson;user;computer"),
        new("name", row => row.Name),
        new("objectGUID", row => row.ObjectGuid is { } guid ? Hex(guid.ToByteArray()) : ""),
        new("objectSid", row => Hex(Sid(identity.DomainSid, row.RelativeId))),
        new("userAccountControl", row => row.UserAccountControl.ToString(CultureInfo.InvariantCulture)),
        new("dNSHostName", row => row.DnsHostName),
        new("operatingSystem", row => row.OperatingSystem ?? ""),
        new("operatingSystemVersion", row => row.OperatingSystemVersion ?? ""),
        new("lastLogonTimestamp", row => AdDates.FileTime(row.LastLogon)),
        new("pwdLastSet", row => AdDates.FileTime(row.PasswordLastSet)),
        new("whenCreated", row => AdDates.GeneralizedTime(row.Created)),
    ];

    private static string Hex(byte[] bytes) => $"X'{Convert.ToHexStringLower(bytes)}'";

    // Revision 1, authority 5 (big-endian), then the sub-authorities (little-endian): [MS-DTYP] 2.4.2.2.
    private static byte[] Sid(uint[] domain, int relativeId)
    {
        var bytes = new byte[8 + 4 * (domain.Length + 1)];
        bytes[0] = 1;
        bytes[1] = (byte)(domain.Length + 1);
        bytes[7] = 5;
        for (var i = 0; i < domain.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8 + 4 * i), domain[i]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), relativeId);
        return bytes;
    }
}
