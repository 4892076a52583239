using System.Globalization;
using Etl.Simulator.Population;

namespace Etl.Simulator.ActiveDirectory;

/// <summary>What <c>Get-ADComputer | Select-Object | Export-Csv</c> writes: each value by its ToString.</summary>
internal static class PowerShellColumns
{
    public static AdColumn[] With(Identity identity, Func<DateTime?, string> date) =>
    [
        new("DistinguishedName", row => row.DistinguishedName),
        new("DNSHostName", row => row.DnsHostName),
        new("Enabled", row => row.Enabled ? "True" : "False"),
        new("LastLogonDate", row => date(row.LastLogon)),
        new("Name", row => row.Name),
        new("ObjectClass", _ => "computer"),
        new("ObjectGUID", row => row.ObjectGuid?.ToString() ?? ""),
        new("OperatingSystem", row => row.OperatingSystem ?? ""),
        new("OperatingSystemVersion", row => row.OperatingSystemVersion ?? ""),
        new("PasswordLastSet", row => date(row.PasswordLastSet)),
        new("SamAccountName", row => row.Name + "$"),
        new("SID", row => string.Create(CultureInfo.InvariantCulture, $"{identity.DomainSidText}-{row.RelativeId}")),
        new("userAccountControl", row => row.UserAccountControl.ToString(CultureInfo.InvariantCulture)),
        new("whenCreated", row => date(row.Created)),
        new("HasUserCertificate", row => row.HasUserCertificate ? "True" : "False"),
    ];
}
