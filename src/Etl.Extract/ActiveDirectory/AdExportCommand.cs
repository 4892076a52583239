namespace Etl.Extract.ActiveDirectory;

/// <summary>The export that leaves nothing to guess: GUID and SID as text, instants in UTC, the certificate as True or False.</summary>
public static class AdExportCommand
{
    /// <summary>One PowerShell pipeline (Windows PowerShell 5.1 or 7, module ActiveDirectory) that writes <c>ad.csv</c>.</summary>
    public const string PowerShell =
        "Get-ADComputer -Filter * -Properties OperatingSystem,OperatingSystemVersion,LastLogonDate,PasswordLastSet,whenCreated," +
        "userAccountControl,userCertificate | Select-Object ObjectGUID,SID,Name,DNSHostName,DistinguishedName,Enabled," +
        "userAccountControl,OperatingSystem,OperatingSystemVersion," +
        "@{n='LastLogonDate';e={if ($_.LastLogonDate) {$_.LastLogonDate.ToUniversalTime().ToString('o')}}}," +
        "@{n='PasswordLastSet';e={if ($_.PasswordLastSet) {$_.PasswordLastSet.ToUniversalTime().ToString('o')}}}," +
        "@{n='whenCreated';e={if ($_.whenCreated) {$_.whenCreated.ToUniversalTime().ToString('o')}}}," +
        "@{n='HasUserCertificate';e={[bool]$_.userCertificate.Count}} | " +
        "Export-Csv -Path ad.csv -NoTypeInformation -Encoding UTF8";
}
