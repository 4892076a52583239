using System.Globalization;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Standing;

namespace Etl.Pipeline.Alerts;

/// <summary>Which conditions hold for a tenant, each with its sentence.</summary>
internal static class AlertRules
{
    /// <param name="isAtWork">A run of the tenant, or its next attempt, is under way: how the last one ended is not the end.</param>
    /// <param name="since">Since when somebody has been looking: a tenant that never published is late only after that.</param>
    public static IEnumerable<(AlertCondition Condition, bool Holds, string Sentence)> Of(
        TenantStanding standing, bool isAtWork, DateTimeOffset since, DateTimeOffset now, EtlOptions options)
    {
        if (!isAtWork && standing.LastRun is { } run)
        {
            yield return (AlertCondition.Failed, run.State == RunState.Failed, run.State == RunState.Failed
                ? Text($"{run.Tenant}: the run of {run.SnapshotDate:yyyy-MM-dd} failed. {run.Error}")
                : Text($"{run.Tenant}: runs no longer fail."));
            yield return (AlertCondition.Held, run.State == RunState.Held, run.State == RunState.Held
                ? Text($"{run.Tenant}: the run of {run.SnapshotDate:yyyy-MM-dd} was held, nothing was published. {run.Error}")
                : Text($"{run.Tenant}: runs are no longer held."));
        }

        var age = now - (standing.PublishedAsOf ?? since);
        var isLate = age > TimeSpan.FromHours(options.Alerts.LateAfterHours);
        yield return (AlertCondition.Late, isLate, isLate
            ? standing.PublishedAsOf is null
                ? Text($"{standing.Tenant}: nothing was published for {age.TotalHours:0.0} hours; the limit is {options.Alerts.LateAfterHours}.")
                : Text($"{standing.Tenant}: what was last published is as of {age.TotalHours:0.0} hours ago; the limit is {options.Alerts.LateAfterHours}.")
            : Text($"{standing.Tenant}: a run was published again."));

        if (options.Rules.CoverageTarget is { } target && standing.Latest is { Coverage: { } coverage } latest)
        {
            var missing = Share.Missing(target, latest.Covered, latest.InScope);
            yield return (AlertCondition.BelowTarget, missing > 0, missing > 0
                ? $"{standing.Tenant}: coverage is {Share.Percent(coverage)}, below the target of {Share.Percent((decimal)target)}: {Share.Devices(missing, "more ")}."
                : $"{standing.Tenant}: coverage is {Share.Percent(coverage)}, the target of {Share.Percent((decimal)target)} is met.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).TrimEnd();
}
