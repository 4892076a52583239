using Etl.Model.Devices;
using Etl.Model.Runs;
using Etl.Model.Sources;

namespace Etl.Load;

/// <summary>What a run hands over to be published.</summary>
public sealed record Publication
{
    /// <summary>The run, with its sources and the quality results so far. State, device count, end and peak memory are set by the load.</summary>
    public required RunRecord Run { get; init; }

    /// <summary>The devices of the whole tenant, never held together. Read once, or again where the store repeats its work.</summary>
    public required IEnumerable<ClassifiedDevice> Devices { get; init; }

    /// <summary>The rows of <c>config/enrollment-methods.csv</c>, one per code, in their order.</summary>
    public required IReadOnlyList<EnrollmentMethod> Methods { get; init; }

    /// <summary>The rows of <c>config/gap-reasons.csv</c>.</summary>
    public required IReadOnlyList<GapReasonText> GapReasons { get; init; }

    /// <summary>The coverage that leadership wants, 0 to 1; null where there is no target.</summary>
    public double? CoverageTarget { get; init; }

    /// <summary>Later days of the tenant, taken back together with this one, are still to be put back: their keys are kept for them.</summary>
    public bool MoreDaysFollow { get; init; }

    /// <summary>Asked before anything is staged, and again where that has to be begun again; throws where the run may no longer publish.</summary>
    public Func<CancellationToken, Task>? Begin { get; init; }

    /// <summary>Asked last before the commit; throws where the run may no longer publish.</summary>
    public Func<CancellationToken, Task>? Confirm { get; init; }

    public IEnumerable<RejectedRow> Rejected { get; init; } = [];
}
