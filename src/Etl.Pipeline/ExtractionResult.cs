using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Transform;
using Etl.Transform.Matching;

namespace Etl.Pipeline;

/// <summary>All that the sources of a run gave.</summary>
internal sealed record ExtractionResult(
    Inventories Inventories, IReadOnlyList<SourceReading> Readings, IReadOnlyList<RejectedRow> Rejected)
{
    public IReadOnlyList<RunSource> Account(TransformResult result) => [.. Readings.Select(reading => reading.With(
        reading.Report.Source switch
        {
            SourceKind.Entra => result.Entra,
            SourceKind.Intune => result.Intune,
            _ => result.ActiveDirectory,
        }))];

    /// <summary>What the sources met that is worth telling but holds nothing: values that became null, properties left out.</summary>
    public IEnumerable<QualityResult> Warnings => Readings.SelectMany(reading => WarningsOf(reading.Report));

    public TimeSpan? FileAge => Readings.FirstOrDefault(reading => reading.Report.FileAge is not null)?.Report.FileAge;

    private static IEnumerable<QualityResult> WarningsOf(SourceReport report)
    {
        foreach (var (property, count) in report.Unreadable.OrderBy(unreadable => unreadable.Key, StringComparer.Ordinal))
            yield return new QualityResult("UnreadableValues", $"{report.Source}.{property}", QualitySeverity.Warn,
                "every value readable, or empty", FormattableString.Invariant($"{count} became null"), Passed: false);
        foreach (var sentence in report.Warnings)
            yield return new QualityResult("SourceWarning", report.Source.ToString(), QualitySeverity.Warn, "nothing to tell", sentence, Passed: false);
    }
}
