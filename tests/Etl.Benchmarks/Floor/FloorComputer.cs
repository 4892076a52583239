namespace Etl.Benchmarks.Floor;

/// <summary>The needed columns of an AD computer.</summary>
internal sealed class FloorComputer
{
    public Guid ObjectGuid { get; set; }
    public string? Name { get; set; }
    public string? Sid { get; set; }
    public string? DistinguishedName { get; set; }
    public string? OperatingSystem { get; set; }
    public string? OperatingSystemVersion { get; set; }
    public bool IsEnabled { get; set; }
    public bool HasUserCertificate { get; set; }
    public int UserAccountControl { get; set; }
    public DateTimeOffset? LastLogon { get; set; }
    public DateTimeOffset? PasswordLastSet { get; set; }
    public DateTimeOffset? WhenCreated { get; set; }
}
