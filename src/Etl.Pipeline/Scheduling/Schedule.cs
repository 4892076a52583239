using System.Globalization;
using Etl.Model.Errors;
using Etl.Pipeline.Configuration;
using Quartz;

namespace Etl.Pipeline.Scheduling;

/// <summary>The configured times as Quartz jobs and triggers.</summary>
public static class Schedule
{
    private const string Runs = "run";
    private const string Exports = "export";
    private const string Retention = "retention";

    private const int DaysLookedAhead = 400;

    // Others may be at work at that time, on all the threads there are: that is not to have missed it.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    // Quartz keeps the time as it was, so that the job can tell whether its day has passed.
    private static readonly TimeSpan WholeDays = TimeSpan.FromDays(3);

    // Clocks are put back by an hour at most.
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(25);

    public static JobKey KeyOf(TenantOptions tenant) => new(tenant.Name, Runs);

    /// <summary>Whether a time belongs to a day that is over: inventories are as they are now.</summary>
    public static bool IsGone(EtlOptions options, DateTimeOffset due, DateTimeOffset now) => options.Warehouse.DayOf(due) < options.Warehouse.DayOf(now);

    /// <param name="now">Times before it are none of the scheduler's: Quartz alone would ask the system's clock.</param>
    public static void AddTo(IQuartzBuilder quartz, EtlOptions options, DateTimeOffset now)
    {
        var isRunLate = options.Schedule.Misfire == MisfirePolicy.RunOnce;
        foreach (var tenant in options.Tenants)
        {
            quartz.AddJob<RunJob>(job => job.WithIdentity(KeyOf(tenant)).UsingJobData(RunJob.Tenant, tenant.Name).StoreDurably().RequestRecovery());
            if (Times(options, options.Schedule.CronOf(tenant.Name), now) is { } times)
                quartz.AddTrigger(trigger => trigger.WithIdentity(tenant.Name, Runs).ForJob(KeyOf(tenant)).StartAt(now)
                    .WithMisfireThreshold(isRunLate ? WholeDays : LongestWait).WithSchedule(times));
        }

        if (Times(options, options.Schedule.Retention, now) is { } retention)
            quartz.ScheduleJob<RetentionJob>(
                trigger => trigger.WithIdentity(Retention).StartAt(now).WithMisfireThreshold(LongestWait).WithSchedule(retention), job => job.WithIdentity(Retention));

        for (var i = 0; i < options.Schedule.Export.Count; i++)
        {
            var export = options.Schedule.Export[i];
            if (Times(options, export.Cron, now) is not { } times) continue;
            var name = i.ToString(CultureInfo.InvariantCulture);
            quartz.ScheduleJob<ExportJob>(
                trigger => trigger.WithIdentity(name, Exports).StartAt(now).WithMisfireThreshold(LongestWait).WithSchedule(times),
                job => job.WithIdentity(name, Exports).UsingJobData(ExportJob.Dataset, export.Dataset));
        }
    }

    /// <summary>Takes out of a store that outlives the process what an earlier configuration scheduled and this one does not.</summary>
    public static async Task DropOthersAsync(IScheduler scheduler, EtlOptions options, CancellationToken cancellationToken)
    {
        var schedule = options.Schedule;
        HashSet<JobKey> jobs = [.. options.Tenants.Select(KeyOf)];
        if (!ScheduleOptions.IsOff(schedule.Retention)) jobs.Add(new JobKey(Retention));
        for (var i = 0; i < schedule.Export.Count; i++)
            if (!ScheduleOptions.IsOff(schedule.Export[i].Cron)) jobs.Add(new JobKey(i.ToString(CultureInfo.InvariantCulture), Exports));
        foreach (var job in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken))
            if (!jobs.Contains(job)) await scheduler.DeleteJob(job, cancellationToken);
        foreach (var tenant in options.Tenants)
            if (ScheduleOptions.IsOff(schedule.CronOf(tenant.Name))) await scheduler.UnscheduleJob(new TriggerKey(tenant.Name, Runs), cancellationToken);
    }

    /// <summary>
    /// The tenant's time that has passed today, in the reporting time zone, with nobody there to answer it; null where there is
    /// none. What passed on an earlier day is gone: inventories are as they are now.
    /// </summary>
    public static DateTimeOffset? MissedToday(EtlOptions options, TenantOptions tenant, DateTimeOffset now)
    {
        if (options.Schedule.Misfire == MisfirePolicy.Skip) return null;
        var today = options.Warehouse.DayOf(now);
        return TimesBetween(options, tenant, now - LongestDay, now)
            .Where(due => due < now && options.Warehouse.DayOf(due) == today)
            .Cast<DateTimeOffset?>()
            .LastOrDefault();
    }

    /// <summary>The first time of a cron expression after an instant, in the reporting time zone; null where none is to come.</summary>
    internal static DateTimeOffset? NextTime(EtlOptions options, string cron, DateTimeOffset after)
    {
        var zone = ZoneOf(options);
        return new CronExpression(cron, zone).GetNextValidTimeAfter(after) is { } next ? TimeZoneInfo.ConvertTime(next, zone) : null;
    }

    /// <summary>
    /// The tenant's times after one instant and up to another. Looked for forward, as its trigger goes: asked for the time before 06:10,
    /// Quartz 4.7.3 answers 06:30 where that is the next one.
    /// </summary>
    internal static IEnumerable<DateTimeOffset> TimesBetween(EtlOptions options, TenantOptions tenant, DateTimeOffset after, DateTimeOffset until)
    {
        var cron = options.Schedule.CronOf(tenant.Name);
        if (ScheduleOptions.IsOff(cron)) yield break;
        var times = new CronExpression(cron, ZoneOf(options));
        for (var due = times.GetNextValidTimeAfter(after); due <= until && due > after; due = times.GetNextValidTimeAfter(after))
        {
            yield return due.Value;
            after = due.Value;
        }
    }

    /// <summary>
    /// A time within a year at which Quartz 4.7.3 would fire for ever, since it finds itself as the next one: one that the clocks skip,
    /// in a zone that has its winter as the exception (Ireland, Morocco). Null where there is none.
    /// </summary>
    internal static DateTimeOffset? DeadEnd(string cron, TimeZoneInfo zone, DateTimeOffset now)
    {
        var times = new CronExpression(cron, zone);
        for (var day = now; day < now.AddDays(DaysLookedAhead); day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) >= zone.GetUtcOffset(day.AddDays(1))) continue;
            var due = times.GetNextValidTimeAfter(day);
            for (var next = due; due <= day.AddDays(1); due = next)
                if ((next = times.GetNextValidTimeAfter(due.Value)) <= due) return due;
        }

        return null;
    }

    private static CronScheduleBuilder? Times(EtlOptions options, string cron, DateTimeOffset now)
    {
        if (ScheduleOptions.IsOff(cron)) return null;
        var zone = ZoneOf(options);
        if (DeadEnd(cron, zone, now) is { } end)
            throw new ConfigurationException(string.Create(CultureInfo.InvariantCulture,
                $"Schedule: '{cron}' falls into the time that the clocks of {zone.Id} skip on {options.Warehouse.DayOf(end):yyyy-MM-dd}; name a time outside of it."));
        return CronScheduleBuilder.Create(cron).InTimeZone(zone).WithMisfireInstruction(options.Schedule.Misfire == MisfirePolicy.RunOnce
            ? CronTriggerMisfireInstruction.FireAndProceed
            : CronTriggerMisfireInstruction.DoNothing);
    }

    private static TimeZoneInfo ZoneOf(EtlOptions options) => TimeZoneInfo.FindSystemTimeZoneById(options.Warehouse.ReportingTimeZone);
}
