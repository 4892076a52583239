using Etl.Model.Sources;
using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>All AD computers of one extract. One writer.</summary>
public sealed class AdInventory
{
    // https://learn.microsoft.com/troubleshoot/windows-server/active-directory/useraccountcontrol-manipulate-account-properties
    private const int ServerTrustAccount = 0x2000;

    internal ChunkedList<AdRow> Rows { get; } = new();
    internal TextPool Texts { get; } = new();

    public int Count => Rows.Count;

    internal void Clear()
    {
        Rows.Clear();
        Texts.Clear();
    }

    public void Add(AdComputer computer) => Rows.Add(new AdRow
    {
        IsPresent = true,
        ObjectGuid = computer.ObjectGuid,
        Name = Texts.Add(computer.Name),
        Sid = Texts.Add(computer.Sid),
        DistinguishedName = Texts.Add(computer.DistinguishedName),
        LastLogon = Instant.From(computer.LastLogon),
        PasswordLastSet = Instant.From(computer.PasswordLastSet),
        WhenCreated = Instant.From(computer.WhenCreated),
        OperatingSystem = computer.OperatingSystem,
        OsVersion = computer.OperatingSystemVersion,
        IsDisabled = computer.Enabled == false,
        IsDomainController = (computer.UserAccountControl & ServerTrustAccount) > 0,
        OperatingSystemWasRead = computer.OperatingSystemWasRead,
        HasUserCertificate = computer.HasUserCertificate,
    });
}
