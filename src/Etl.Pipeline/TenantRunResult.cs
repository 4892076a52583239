using Etl.Model.Runs;
using Etl.Pipeline.Gate;

namespace Etl.Pipeline;

/// <summary>How a run ended that came to its end, with the figures that people ask for first.</summary>
public sealed record TenantRunResult
{
    public required RunRecord Run { get; init; }
    public long Devices { get; init; }
    public long Enrolled { get; init; }
    public long InScope { get; init; }
    public long Covered { get; init; }

    /// <summary>Whether <c>--accept-shrink</c> would have published a held run.</summary>
    public bool CanBeAccepted => Run.Quality.All(result => result.Passed || result.Code != QualityGate.EmptySource);
}
