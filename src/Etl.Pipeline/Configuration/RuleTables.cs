using Etl.Model.Devices;
using Etl.Transform.Classification;

namespace Etl.Pipeline.Configuration;

/// <summary>The parts of the rules that are data: <c>enrollment-methods.csv</c>, <c>gap-reasons.csv</c>, <c>scope-exclusions.csv</c>.</summary>
public sealed record RuleTables(
    IReadOnlyList<EnrollmentMethodRule> Methods,
    IReadOnlyList<GapReasonText> GapReasons,
    IReadOnlyList<ScopeExclusion> Exclusions);
