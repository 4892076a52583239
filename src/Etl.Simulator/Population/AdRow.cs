namespace Etl.Simulator.Population;

/// <summary>One computer of the on-premises directory. Nulls are attributes without a value.</summary>
internal sealed record AdRow
{
    public required string Name { get; init; }
    public required string DistinguishedName { get; init; }
    public required string DnsHostName { get; init; }

    /// <summary>Null where the export lost it.</summary>
    public required Guid? ObjectGuid { get; init; }

    public required int RelativeId { get; init; }
    public required int UserAccountControl { get; init; }
    public required string? OperatingSystem { get; init; }
    public required string? OperatingSystemVersion { get; init; }
    public required DateTime? LastLogon { get; init; }
    public required DateTime? PasswordLastSet { get; init; }
    public required DateTime Created { get; init; }
    public required bool HasUserCertificate { get; init; }

    /// <summary>The line breaks off after its name.</summary>
    public required bool IsTorn { get; init; }

    public bool Enabled => (UserAccountControl & 2) == 0;
}
