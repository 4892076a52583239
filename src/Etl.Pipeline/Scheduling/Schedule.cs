using System.Globalization;
using Etl.Pipeline.Configuration;
using Quartz;

namespace Etl.Pipeline.Scheduling;

/// <summary>The configured times as Quartz jobs and triggers.</summary>
public static class Schedule
{
    private const string Runs = "run";
    private const string Exports = "export";
    private const string Retention = "retention";

    public static JobKey KeyOf(TenantOptions tenant) => new(tenant.Name, Runs);

    public static void AddTo(IQuartzBuilder quartz, EtlOptions options)
    {
        foreach (var tenant in options.Tenants)
        {
            quartz.AddJob<RunJob>(job => job.WithIdentity(KeyOf(tenant)).UsingJobData(RunJob.Tenant, tenant.Name).StoreDurably());
            if (options.Schedule.CronOf(tenant.Name) is var cron && !ScheduleOptions.IsOff(cron))
                quartz.AddTrigger(trigger => trigger.WithIdentity(tenant.Name, Runs).ForJob(KeyOf(tenant)).WithSchedule(Times(options, cron)));
        }

        if (!ScheduleOptions.IsOff(options.Schedule.Retention))
            quartz.ScheduleJob<RetentionJob>(
                trigger => trigger.WithIdentity(Retention).WithSchedule(Times(options, options.Schedule.Retention)), job => job.WithIdentity(Retention));

        for (var i = 0; i < options.Schedule.Export.Count; i++)
        {
            var export = options.Schedule.Export[i];
            if (ScheduleOptions.IsOff(export.Cron)) continue;
            var name = i.ToString(CultureInfo.InvariantCulture);
            quartz.ScheduleJob<ExportJob>(
                trigger => trigger.WithIdentity(name, Exports).WithSchedule(Times(options, export.Cron)),
                job => job.WithIdentity(name, Exports).UsingJobData(ExportJob.Dataset, export.Dataset));
        }
    }

    /// <summary>
    /// The tenant's time that has passed today, in the reporting time zone, with nobody there to answer it; null where there is
    /// none. What passed on an earlier day is gone: inventories are as they are now.
    /// </summary>
    public static DateTimeOffset? MissedToday(EtlOptions options, TenantOptions tenant, DateTimeOffset now)
    {
        var cron = options.Schedule.CronOf(tenant.Name);
        if (ScheduleOptions.IsOff(cron) || options.Schedule.Misfire == MisfirePolicy.Skip) return null;
        var last = new CronExpression(cron, ZoneOf(options)).GetPreviousValidTimeBefore(now);
        return last is { } due && options.Warehouse.DayOf(due) == options.Warehouse.DayOf(now) ? due : null;
    }

    /// <summary>The first time of a cron expression after an instant, in the reporting time zone; null where none is to come.</summary>
    internal static DateTimeOffset? NextTime(EtlOptions options, string cron, DateTimeOffset after)
    {
        var zone = ZoneOf(options);
        return new CronExpression(cron, zone).GetNextValidTimeAfter(after) is { } next ? TimeZoneInfo.ConvertTime(next, zone) : null;
    }

    private static CronScheduleBuilder Times(EtlOptions options, string cron) => CronScheduleBuilder.Create(cron)
        .InTimeZone(ZoneOf(options))
        .WithMisfireInstruction(options.Schedule.Misfire == MisfirePolicy.RunOnce
            ? CronTriggerMisfireInstruction.FireAndProceed
            : CronTriggerMisfireInstruction.DoNothing);

    private static TimeZoneInfo ZoneOf(EtlOptions options) => TimeZoneInfo.FindSystemTimeZoneById(options.Warehouse.ReportingTimeZone);
}
