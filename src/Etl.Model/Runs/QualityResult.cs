namespace Etl.Model.Runs;

/// <summary>What one check of a run found.</summary>
/// <param name="Code">Stable name of the check, e.g. <c>Shrink</c>, <c>RejectedShare</c>, <c>CountGap</c>, <c>UnreadableValues</c>.</param>
/// <param name="Subject">What it looked at: a source, a field, a code; null for the run as a whole.</param>
/// <param name="Severity">Whether a failure holds the run or is only told.</param>
/// <param name="Expected">What would have passed, as text for people.</param>
/// <param name="Found">What there was.</param>
public sealed record QualityResult(string Code, string? Subject, QualitySeverity Severity, string Expected, string Found, bool Passed);
