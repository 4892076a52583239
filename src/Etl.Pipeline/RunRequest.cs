using Etl.Extract.Archive;

namespace Etl.Pipeline;

/// <summary>What is asked of one run.</summary>
public sealed record RunRequest
{
    /// <summary>The snapshot instant T; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Publish although a quality gate would hold the run. An empty source is held all the same.</summary>
    public bool AcceptShrink { get; init; }

    /// <summary>Read, match and check, but write nothing to the warehouse or the archive.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// Do nothing where a run that describes this instant or a later one is published already: a schedule's own time, which several
    /// nodes may answer.
    /// </summary>
    public DateTimeOffset? UnlessPublishedSince { get; init; }

    /// <summary>How long to wait for another run of the tenant to end; null for as long as it takes.</summary>
    public TimeSpan? Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The run to publish once more, in place of reading anew.</summary>
    internal ArchivedRun? Archived { get; init; }

    internal bool MoreDaysFollow { get; init; }
}
