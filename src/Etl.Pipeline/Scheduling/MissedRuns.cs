using Etl.Pipeline.Configuration;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Etl.Pipeline.Scheduling;

/// <summary>When the service starts: drops what an earlier configuration scheduled, then runs what was due earlier today and is not published.</summary>
public sealed class MissedRuns(EtlOptions options, ISchedulerFactory schedulers, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await Schedule.DropOthersAsync(scheduler, options, stoppingToken);
        foreach (var tenant in options.Tenants)
            if (Schedule.MissedToday(options, tenant, clock.GetUtcNow()) is { } due)
                await scheduler.TriggerJob(Schedule.KeyOf(tenant), DueTime.Write(due), stoppingToken);
    }
}
