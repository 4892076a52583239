namespace Etl.Model.Devices;

/// <summary>What people read about a gap reason: a row of <c>config/gap-reasons.csv</c>.</summary>
/// <param name="Severity"><c>None</c>, <c>Info</c>, <c>Low</c>, <c>Medium</c> or <c>High</c>.</param>
public sealed record GapReasonText(GapReason Code, string Label, string Explanation, string RecommendedAction, string Severity);
