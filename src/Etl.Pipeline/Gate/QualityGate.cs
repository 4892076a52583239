using System.Globalization;
using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Gate;

/// <summary>
/// The gate before the publish (architecture, decision 6): a source that came suspiciously short, with too many unusable records or
/// from an old file holds the whole run. Graph is known to return 2,000 of 19,000 devices without an error; a published number
/// that is wrong costs more than one that is a day old.
/// </summary>
public static class QualityGate
{
    /// <summary>The check that <c>--accept-shrink</c> does not pass: an empty inventory is a fault of the reading, never a fact.</summary>
    public const string EmptySource = "EmptySource";

    /// <param name="sources">What this run read, with counts.</param>
    /// <param name="previous">What the tenant's last published run had read; empty for its first run, which has nothing to shrink from.</param>
    public static IReadOnlyList<QualityResult> Check(
        IReadOnlyList<RunSource> sources, IReadOnlyList<RunSource> previous, TimeSpan? fileAge, int? maxAgeHours, QualityOptions limits)
    {
        List<QualityResult> results = [];
        foreach (var source in sources)
        {
            results.Add(CheckEmpty(source));
            if (previous.FirstOrDefault(p => p.Source == source.Source) is { } before) results.Add(CheckShrink(source, before, limits));
            results.Add(CheckRejects(source, limits));
            if (source.ControlCount is { } control) results.Add(CheckCount(source, control, limits));
            if (source.Source == SourceKind.ActiveDirectory && fileAge is { } age && maxAgeHours is { } hours)
                results.Add(Hold("FileAge", source, age.TotalHours <= hours, $"at most {hours} h old", Text($"{age.TotalHours:0.#} h old")));
        }

        return results;
    }

    private static QualityResult CheckEmpty(RunSource source) =>
        Hold(EmptySource, source, Usable(source) > 0, "at least 1 usable record", Text($"{Usable(source)}"));

    private static QualityResult CheckShrink(RunSource source, RunSource before, QualityOptions limits)
    {
        var least = Usable(before) * (100 - (decimal)limits.MaxShrinkPercent) / 100;
        return Hold("Shrink", source, Usable(source) >= least,
            Text($"at least {Math.Ceiling(least)} records ({limits.MaxShrinkPercent} % under the {Usable(before)} of the last published run)"),
            Text($"{Usable(source)}"));
    }

    private static QualityResult CheckRejects(RunSource source, QualityOptions limits)
    {
        var share = source.RowsRead == 0 ? 0 : 100.0 * source.RowsRejected / source.RowsRead;
        return Hold("RejectedShare", source, share <= limits.MaxRejectedPercent,
            Text($"at most {limits.MaxRejectedPercent} % of the records unusable"),
            Text($"{share:0.##} % ({source.RowsRejected} of {source.RowsRead})"));
    }

    // One-sided: Intune's own count leaves out records that its list has (tenant attach, Defender), so that more is no sign of a fault.
    private static QualityResult CheckCount(RunSource source, long control, QualityOptions limits)
    {
        var distinct = source.RowsRead - source.RowsDuplicate;
        var gap = control <= 0 ? 0 : 100.0 * (control - distinct) / control;
        return Hold("CountGap", source, gap <= limits.MaxCountGapPercent,
            Text($"at most {limits.MaxCountGapPercent} % fewer than the {control} that the source itself counts"), Text($"{distinct}"));
    }

    private static long Usable(RunSource source) => source.RowsUsed + source.RowsSuperseded;

    private static QualityResult Hold(string code, RunSource source, bool passed, string expected, string found) =>
        new(code, source.Source.ToString(), QualitySeverity.Hold, expected, found, passed);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
