using Etl.Pipeline.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Etl.Pipeline.Scheduling;

/// <summary>The schedule as services of a host, which has the options, a clock, the warehouse and observers of its runs.</summary>
public static class ScheduleServices
{
    public static void AddTo(IServiceCollection services, EtlOptions options, TimeProvider clock)
    {
        services.AddSingleton(new StopSignal(TimeSpan.FromSeconds(options.Schedule.ShutdownSeconds), clock));
        services.AddSingleton<ScheduledRuns>();
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock);
            quartz.UseInMemoryStore();
            Schedule.AddTo(quartz, options, clock.GetUtcNow());
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        services.AddHostedService<MissedRuns>();
    }
}
