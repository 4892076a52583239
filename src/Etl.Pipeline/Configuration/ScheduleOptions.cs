using Quartz;

namespace Etl.Pipeline.Configuration;

/// <summary>When <c>etl serve</c> does what (<c>Schedule</c>). Quartz cron, evaluated in <c>Warehouse:ReportingTimeZone</c>.</summary>
public sealed record ScheduleOptions
{
    /// <summary>In place of a cron expression: never.</summary>
    public const string Off = "off";

    /// <summary>When <c>etl serve</c> runs each tenant: Quartz cron in <c>Warehouse:ReportingTimeZone</c>, or <c>off</c>.</summary>
    public string Run { get; init; } = "0 0 6 * * ?";

    /// <summary>The same for the tenant of this name.</summary>
    public IReadOnlyDictionary<string, string> Tenants { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Exports written on a schedule.</summary>
    public IReadOnlyList<ExportScheduleOptions> Export { get; init; } = [];

    /// <summary>When what <c>Retention</c> no longer keeps is removed.</summary>
    public string Retention { get; init; } = "0 30 3 * * ?";

    /// <summary>A time that passed while nothing could run: <c>RunOnce</c> as soon as it can be, within its day, or <c>Skip</c>.</summary>
    public MisfirePolicy Misfire { get; init; } = MisfirePolicy.RunOnce;

    /// <summary>How long a stop waits for a run in flight before it cancels it.</summary>
    public int ShutdownSeconds { get; init; } = 60;

    /// <summary>
    /// <c>Memory</c>: each node has the whole schedule, and the warehouse decides who works. <c>Warehouse</c> (SQL Server only): nodes share
    /// one schedule, and take over from one that dies.
    /// </summary>
    public JobStoreKind JobStore { get; init; } = JobStoreKind.Memory;

    /// <summary>The cron expression of a tenant, or <see cref="Off"/>.</summary>
    public string CronOf(string tenant) => Tenants.TryGetValue(tenant, out var own) ? own : Run;

    internal IEnumerable<string> Validate(IEnumerable<string> tenants)
    {
        var known = tenants.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (FaultOf(Run) is { } run) yield return $"Run: {run}";
        if (FaultOf(Retention) is { } retention) yield return $"Retention: {retention}";
        foreach (var (name, cron) in Tenants)
        {
            if (!known.Contains(name)) yield return $"Tenants:{name}: there is no tenant of this name in Tenants.";
            if (FaultOf(cron) is { } fault) yield return $"Tenants:{name}: {fault}";
        }

        for (var i = 0; i < Export.Count; i++)
            foreach (var fault in Export[i].Validate())
                yield return $"Export:{i}:{fault}";
        if (ShutdownSeconds is < 0 or > 3_600) yield return $"ShutdownSeconds: {ShutdownSeconds} is not between 0 and 3600.";
    }

    internal static string? FaultOf(string cron)
    {
        if (IsOff(cron)) return null;
        return CronExpression.TryParse(cron, out _)
            ? null
            : $"'{cron}' is no Quartz cron expression (seconds minutes hours day-of-month month day-of-week, such as '0 0 6 * * ?'), nor '{Off}'.";
    }

    internal static bool IsOff(string cron) => cron.Equals(Off, StringComparison.OrdinalIgnoreCase);
}
