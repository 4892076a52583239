namespace Etl.Model.Runs;

/// <summary>One run of one tenant, as the journal keeps it.</summary>
public sealed record RunRecord
{
    /// <summary>With what the error of a run begins whose day a replay has taken away and not put back yet.</summary>
    public const string TakenBack = "Taken back by etl replay";

    public required Guid RunId { get; init; }
    public required string Tenant { get; init; }

    /// <summary>The snapshot instant T of the rules.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The day of <see cref="AsOf"/> in the reporting time zone.</summary>
    public required DateOnly SnapshotDate { get; init; }

    public required RunState State { get; init; }
    public required DateTimeOffset Started { get; init; }
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Devices published, or that would have been.</summary>
    public long? Devices { get; init; }

    public long? PeakMemoryBytes { get; init; }

    /// <summary>The sentence that the operator saw, for a held or failed run.</summary>
    public string? Error { get; init; }

    /// <summary>Whether a replay has taken its day away and not put it back yet.</summary>
    public bool IsTakenBack => State == RunState.Failed && Error?.StartsWith(TakenBack, StringComparison.Ordinal) == true;

    public IReadOnlyList<RunSource> Sources { get; init; } = [];
    public IReadOnlyList<QualityResult> Quality { get; init; } = [];
}
