using System.Globalization;
using Etl.Model.Runs;
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
            ? Text($"{standing.Tenant}: nothing was published for {age.TotalHours:0} hours; the limit is {options.Alerts.LateAfterHours}.")
            : Text($"{standing.Tenant}: a run was published again."));

        if (options.Rules.CoverageTarget is { } target && standing.Coverage is { } coverage)
            yield return (AlertCondition.BelowTarget, (double)coverage < target, (double)coverage < target
                ? Text($"{standing.Tenant}: coverage is {coverage * 100:0.0#} %, below the target of {target * 100:0.0#} %.")
                : Text($"{standing.Tenant}: coverage is {coverage * 100:0.0#} %, the target of {target * 100:0.0#} % is met."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).TrimEnd();
}
