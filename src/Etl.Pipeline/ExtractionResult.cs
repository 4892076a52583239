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
    public IEnumerable<QualityResult> Warnings =>
        from reading in Readings
        let source = reading.Report.Source.ToString()
        from warning in reading.Report.Unreadable
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => new QualityResult("UnreadableValues", $"{source}.{field.Key}", QualitySeverity.Warn,
                "every value readable, or empty", FormattableString.Invariant($"{field.Value} became null"), Passed: false))
            .Concat(reading.Report.Warnings.Select(sentence => new QualityResult(
                "SourceWarning", source, QualitySeverity.Warn, "nothing to tell", sentence, Passed: false)))
        select warning;

    public TimeSpan? FileAge => Readings.FirstOrDefault(reading => reading.Report.FileAge is not null)?.Report.FileAge;
}
