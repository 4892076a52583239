namespace Etl.Dashboard;

/// <summary>What the pages need to know beyond the warehouse.</summary>
public sealed record DashboardSettings
{
    /// <summary>Coverage that is aimed at, 0 to 1; null for none.</summary>
    public double? CoverageTarget { get; init; }

    /// <summary>Whether a device's primary user is shown.</summary>
    public bool ShowsPrimaryUser { get; init; }

    /// <summary>Byte order mark and CRLF in downloads.</summary>
    public bool Excel { get; init; }
}
