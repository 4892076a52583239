using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>A of the rules: an AD computer, reduced to what they and the warehouse read. The default row is "no A".</summary>
internal struct AdRow
{
    public Guid ObjectGuid;
    public TextRef Name;
    public TextRef Sid;
    public TextRef DistinguishedName;
    public Instant LastLogon;
    public Instant PasswordLastSet;
    public Instant WhenCreated;
    public string? OperatingSystem;
    public string? OsVersion;
    public bool IsPresent;
    public bool IsDisabled;
    public bool IsDomainController;
    public bool OperatingSystemWasRead;
    public bool? HasUserCertificate;
}
