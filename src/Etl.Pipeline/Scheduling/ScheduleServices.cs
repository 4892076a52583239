using Etl.Pipeline.Configuration;
using Etl.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Impl.AdoJobStore;

namespace Etl.Pipeline.Scheduling;

/// <summary>The schedule as services of a host, which has the options, a clock, the warehouse and observers of its runs.</summary>
public static class ScheduleServices
{
    private const string Tables = "quartz.QRTZ_";

    public static void AddTo(IServiceCollection services, EtlOptions options, TimeProvider clock)
    {
        services.AddSingleton(new StopSignal(TimeSpan.FromSeconds(options.Schedule.ShutdownSeconds), clock));
        services.AddSingleton<ScheduledRuns>();
        if (options.Schedule.JobStore == JobStoreKind.Warehouse) services.AddHostedService<WarehouseStore>();
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock);
            if (options.Schedule.JobStore == JobStoreKind.Warehouse) UseWarehouse(quartz, options.Warehouse);
            else quartz.UseInMemoryStore();
            Schedule.AddTo(quartz, options, clock.GetUtcNow());
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        services.AddHostedService<SchemaUpgrade>().AddHostedService<MissedRuns>();
    }

    private static void UseWarehouse(IQuartzBuilder quartz, WarehouseOptions warehouse)
    {
        var (provider, connectionString) = WarehouseFactory.ConnectionsOf(warehouse);
        quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "etl");
        quartz.UsePersistentStore(store =>
        {
            store.UseSqlServer(provider, connectionString);
            store.UseClustering();
            // A row that is updated is locked on every server of this dialect; the hints of the default lock nothing on some.
            store.UseLockHandler<UpdateRowLockHandler>();
            store.ConfigureStore(settings =>
            {
                settings.TablePrefix = Tables;
                settings.StoreJobDataAsStrings = true;
                settings.SchemaProvisioning = SchemaProvisioning.Validate;
            });
        });
    }
}
