using Etl.Pipeline.Configuration;
using Quartz;

namespace Etl.Pipeline.Scheduling;

/// <summary>Runs one tenant, unless its time has been answered already, by another node or by hand, or has gone with its day.</summary>
[DisallowConcurrentExecution]
public sealed class RunJob(EtlOptions options, ScheduledRuns runs, TimeProvider clock) : IJob
{
    public const string Tenant = "tenant";

    /// <summary>Instant that the run is for, as round-trip text; without it the time that the trigger was due.</summary>
    public const string Due = "due";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        var due = DueTime.Read(data) ?? context.ScheduledFireTimeUtc;
        if (due is { } time && !IsByHand(context) && Schedule.IsGone(options, time, clock.GetUtcNow())) return;
        await runs.RunAsync(data.GetString(Tenant)!, new RunRequest { UnlessPublishedSince = due }, cancellationToken);
    }

    // By hand means now, however long it had to wait.
    private static bool IsByHand(IJobExecutionContext context) =>
        context.Trigger is not ICronTrigger && !context.Recovering && DueTime.Read(context.MergedJobDataMap) is null;
}
