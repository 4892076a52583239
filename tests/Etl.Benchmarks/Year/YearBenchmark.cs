using System.Diagnostics;
using System.Globalization;
using Dapper;
using Etl.Load;
using Etl.Model.Devices;
using Etl.Model.Runs;
using Etl.Warehouse;

namespace Etl.Benchmarks.Year;

/// <summary>
/// A year of snapshots through the loader into an embedded warehouse: does a publish stay as fast as history grows, how fast are the
/// questions about all of it, how much disk does it take.
/// </summary>
internal static class YearBenchmark
{
    private const string Tenant = "contoso";

    private static readonly DateOnly FirstDay = new(2025, 11, 24);

    /// <param name="keepIn">A folder in which the warehouse stays, to ask it more; null for none.</param>
    public static async Task RunAsync(int devices, int days, string? keepIn, CancellationToken cancellationToken)
    {
        var folder = keepIn is null ? Directory.CreateTempSubdirectory("etl-year-").FullName : Directory.CreateDirectory(keepIn).FullName;
        try
        {
            var warehouse = WarehouseFactory.Create(
                new WarehouseOptions { ConnectionString = $"Data Source={Path.Combine(folder, "warehouse.duckdb")}" }, TimeProvider.System);
            await warehouse.MigrateAsync(cancellationToken);
            await PublishAsync(warehouse, devices, days, cancellationToken);
            await AskAsync(warehouse, cancellationToken);
        }
        finally
        {
            if (keepIn is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PublishAsync(IWarehouse warehouse, int devices, int days, CancellationToken cancellationToken)
    {
        var tenant = new YearTenant(devices, FirstDay);
        var loader = new DeviceLoader(warehouse, TimeProvider.System);
        var spans = new List<(double Seconds, double Cpu)>();
        for (var number = 1; number <= days; number++)
        {
            var publication = Publication(FirstDay.AddDays(number - 1), tenant.On(FirstDay.AddDays(number - 1)));
            GC.Collect();
            var cpu = Cpu();
            var started = Stopwatch.GetTimestamp();
            await EnrolledHistory.ReadAsync(warehouse, Tenant, publication.Run.SnapshotDate, cancellationToken);
            var read = (Stopwatch.GetElapsedTime(started).TotalSeconds, Cpu() - cpu);
            await loader.PublishAsync(publication, progress: null, cancellationToken);
            spans.Add((Stopwatch.GetElapsedTime(started).TotalSeconds, Cpu() - cpu));
            if (number is 1 or 2 || number % 10 == 0 || number == days || number is > 360)
                Line($"day {number,4}: {spans[^1].Seconds,6:0.00} s, {spans[^1].Cpu,6:0.00} CPU s, of it history {read.Item1:0.00} s, {read.Item2:0.00} CPU s");
        }

        if (days < 20) return;
        // The median of five days about each: one day of a shared machine says little.
        var (early, late) = (Median(spans, 10), Median(spans, days - 2));
        Line($"publish of day {days} over day 10: {late.Seconds / early.Seconds:0.00} by time, {late.Cpu / early.Cpu:0.00} by CPU (goal: at most 1.3)");
    }

    private static Task<bool> AskAsync(IWarehouse warehouse, CancellationToken cancellationToken) =>
        warehouse.UseAsync(WarehouseAccess.Read, async session =>
        {
            var rows = await session.Connection.ExecuteScalarAsync<long>("SELECT count(*) FROM fact.device_snapshot");
            var size = (IDictionary<string, object>)await session.Connection.QuerySingleAsync("PRAGMA database_size");
            var bytes = Convert.ToInt64(size["used_blocks"], CultureInfo.InvariantCulture) * Convert.ToInt64(size["block_size"], CultureInfo.InvariantCulture);
            Line($"{rows:N0} device-days, {bytes / 1e6:N0} MB of the whole warehouse: {(double)bytes / rows:0.00} bytes a device-day (goal: under 10)");
            await TimeAsync(session, "report.coverage_trend", "SELECT * FROM report.coverage_trend", "50 ms");
            await TimeAsync(session, "the same counted from fact.device_snapshot", """
                SELECT snapshot_date_key, tenant_key, count(*), sum(CASE WHEN is_enrolled THEN 1 ELSE 0 END),
                    sum(CASE WHEN is_in_scope THEN 1 ELSE 0 END), sum(CASE WHEN is_covered THEN 1 ELSE 0 END)
                FROM fact.device_snapshot GROUP BY snapshot_date_key, tenant_key
                """, "1 s");
            return true;
        }, cancellationToken);

    private static async Task TimeAsync(WarehouseSession session, string what, string sql, string goal)
    {
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = (await session.Connection.QueryAsync(sql)).AsList();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        Line($"{what}: {times[0]:0} ms first, {times.Order().ElementAt(2):0} ms median (goal: under {goal})");
    }

    internal static Publication Publication(DateOnly day, IEnumerable<ClassifiedDevice> devices) => new()
    {
        Run = new RunRecord
        {
            RunId = new Guid(day.DayNumber, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
            Tenant = Tenant,
            AsOf = new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.Zero),
            SnapshotDate = day,
            State = RunState.Running,
            Started = new DateTimeOffset(day, new TimeOnly(6, 1), TimeSpan.Zero),
        },
        Devices = devices,
        Methods = [],
        GapReasons = [],
        CoverageTarget = 0.95,
    };

    private static (double Seconds, double Cpu) Median(List<(double Seconds, double Cpu)> spans, int about)
    {
        var near = spans.Skip(Math.Max(0, about - 3)).Take(5).ToList();
        return (near.Select(span => span.Seconds).Order().ElementAt(near.Count / 2), near.Select(span => span.Cpu).Order().ElementAt(near.Count / 2));
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
