using Etl.Warehouse;

namespace Etl.Pipeline.Retention;

/// <summary>What is older than its limit: removed, or to be removed (a dry run).</summary>
public sealed record RetentionResult
{
    /// <summary>Days of the archive, as folders.</summary>
    public required IReadOnlyList<string> ArchiveFolders { get; init; }

    public required long ArchiveBytes { get; init; }
    public required long RejectedRows { get; init; }

    /// <summary>Days whose devices go.</summary>
    public required IReadOnlyList<ExpiredSnapshot> Snapshots { get; init; }
}
