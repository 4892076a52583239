using System.Globalization;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Alerts;

/// <summary>
/// Which conditions hold for a tenant, each with its sentence. While the warehouse cannot be read, those alone that need no more than
/// was known before.
/// </summary>
internal static class AlertRules
{
    /// <param name="since">Since when somebody has been looking: a tenant that never published is late only after that.</param>
    public static IEnumerable<(AlertCondition Condition, bool Holds, string Sentence)> Of(
        Seen seen, DateTimeOffset since, DateTimeOffset now, EtlOptions options)
    {
        var (standing, isAtWork, _, fault) = seen;
        if (!isAtWork && Failed(seen) is { } failed) yield return failed;
        if (!isAtWork && fault is null && standing.LastRun is { } run)
            yield return (AlertCondition.Held, run.State == RunState.Held, run.State == RunState.Held
                ? Text($"{run.Tenant}: the run of {run.SnapshotDate:yyyy-MM-dd} was held, nothing was published. {run.Error}")
                : Text($"{run.Tenant}: runs are no longer held."));

        var age = now - (standing.PublishedAsOf ?? since);
        var isLate = age > TimeSpan.FromHours(options.Alerts.LateAfterHours);
        if (isLate || fault is null)
            yield return (AlertCondition.Late, isLate, isLate
                ? standing.PublishedAsOf is null
                    ? Text($"{standing.Tenant}: nothing was published for {age.TotalHours:0.0} hours; the limit is {options.Alerts.LateAfterHours}. {fault}")
                    : Text($"{standing.Tenant}: what was last published is as of {age.TotalHours:0.0} hours ago; the limit is {options.Alerts.LateAfterHours}. {fault}")
                : Text($"{standing.Tenant}: a run was published again."));

        if (fault is null && options.Rules.CoverageTarget is { } target && standing.Latest is { Coverage: { } coverage } latest)
        {
            var missing = Share.Missing(target, latest.Covered, latest.InScope);
            yield return (AlertCondition.BelowTarget, missing > 0, missing > 0
                ? $"{standing.Tenant}: coverage is {Share.Percent(coverage)}, below the target of {Share.Percent((decimal)target)}: {Share.Devices(missing, "more ")}."
                : $"{standing.Tenant}: coverage is {Share.Percent(coverage)}, the target of {Share.Percent((decimal)target)} is met.");
        }
    }

    // A run that could not reach the warehouse left no line in its journal.
    private static (AlertCondition Condition, bool Holds, string Sentence)? Failed(Seen seen)
    {
        var run = seen.Standing.LastRun;
        if (run is { State: RunState.Failed })
            return (AlertCondition.Failed, true, Text($"{run.Tenant}: the run of {run.SnapshotDate:yyyy-MM-dd} failed. {run.Error}"));
        if (seen.GivenUp is { } givenUp && givenUp.Time > (run?.Ended ?? DateTimeOffset.MinValue))
            return (AlertCondition.Failed, true, Text($"{seen.Standing.Tenant}: a run failed before it had begun. {givenUp.Reason}"));
        return run is null || seen.Fault is not null ? null : (AlertCondition.Failed, false, Text($"{run.Tenant}: runs no longer fail."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).TrimEnd();
}
