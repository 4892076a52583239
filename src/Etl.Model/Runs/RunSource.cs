using Etl.Model.Sources;

namespace Etl.Model.Runs;

/// <summary>
/// Where every record that a run read from one source went: <c>Read = Used + Superseded + Duplicate + Rejected</c>, always.
/// </summary>
public sealed record RunSource
{
    public required SourceKind Source { get; init; }
    public long RowsRead { get; init; }

    /// <summary>Records that are the E, the A or the primary M of a device.</summary>
    public long RowsUsed { get; init; }

    /// <summary>Intune records that stand behind the primary one of their device.</summary>
    public long RowsSuperseded { get; init; }

    public long RowsDuplicate { get; init; }
    public long RowsRejected { get; init; }
    public int Pages { get; init; }
    public int Requests { get; init; }
    public int Retries { get; init; }
    public double ThrottledSeconds { get; init; }
    public long Bytes { get; init; }

    /// <summary>The source's own count, where it has one.</summary>
    public long? ControlCount { get; init; }

    /// <summary>Seconds from the start of the reading to its end.</summary>
    public double Seconds { get; init; }
}
