using Quartz;

namespace Etl.Pipeline.Scheduling;

/// <summary>Runs one tenant, unless its time has been answered already: by another node, or by hand.</summary>
[DisallowConcurrentExecution]
public sealed class RunJob(ScheduledRuns runs) : IJob
{
    public const string Tenant = "tenant";

    /// <summary>Instant that the run is for, as round-trip text; without it the time that the trigger was due.</summary>
    public const string Due = "due";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        var due = DueTime.Read(data) ?? context.ScheduledFireTimeUtc;
        await runs.RunAsync(data.GetString(Tenant)!, new RunRequest { UnlessPublishedSince = due }, cancellationToken);
    }
}
