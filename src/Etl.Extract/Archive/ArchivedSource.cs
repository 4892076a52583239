using Etl.Model.Sources;

namespace Etl.Extract.Archive;

/// <summary>What a run read of one source, beyond the files themselves.</summary>
public sealed record ArchivedSource
{
    public required SourceKind Source { get; init; }
    public required long RowsRead { get; init; }
    public required long RowsRejected { get; init; }

    /// <summary>The source's own count of its records, where it has one.</summary>
    public long? ControlCount { get; init; }

    /// <summary>Age of the oldest file at the snapshot instant, where the source is files.</summary>
    public TimeSpan? FileAge { get; init; }
}
