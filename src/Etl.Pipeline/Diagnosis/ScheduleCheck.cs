using System.Globalization;
using Etl.Model.Diagnosis;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;

namespace Etl.Pipeline.Diagnosis;

/// <summary>When <c>etl serve</c> will do what.</summary>
internal static class ScheduleCheck
{
    private const string Check = "schedule";

    public static Finding Of(EtlOptions options, TenantOptions tenant, DateTimeOffset now) =>
        Of(options, "a run", options.Schedule.CronOf(tenant.Name), now);

    public static IEnumerable<Finding> OfOthers(EtlOptions options, DateTimeOffset now) =>
        options.Schedule.Export.Select(export => Of(options, $"the export of {export.Dataset}", export.Cron, now))
            .Prepend(Of(options, "the removal of what is too old", options.Schedule.Retention, now));

    private static Finding Of(EtlOptions options, string what, string cron, DateTimeOffset now)
    {
        if (ScheduleOptions.IsOff(cron)) return Finding.Ok(Check, $"{what} is switched off in `etl serve`.");
        return Schedule.NextTime(options, cron, now) is { } next
            ? Finding.Ok(Check, string.Create(CultureInfo.InvariantCulture,
                $"{what} in `etl serve` next at {next:yyyy-MM-ddTHH:mm:sszzz} ({cron}, {options.Warehouse.ReportingTimeZone})."))
            : Finding.Fails(Check, $"{what} never comes: '{cron}' fits no day that is still to come. Set another cron expression.");
    }
}
