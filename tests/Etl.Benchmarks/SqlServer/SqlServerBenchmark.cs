using System.Diagnostics;
using System.Globalization;
using Dapper;
using Etl.Benchmarks.Year;
using Etl.Load;
using Etl.Load.Staging;
using Etl.Warehouse;
using Etl.Warehouse.SqlServer;

namespace Etl.Benchmarks.SqlServer;

/// <summary>
/// On a server: devices staged by the loader beside a bare SqlBulkCopy of the same rows, one after the other several times; and the publish
/// of a day beside the bulk copy of the same.
/// </summary>
internal static class SqlServerBenchmark
{
    private const int Rounds = 3;

    private static readonly DateOnly FirstDay = new(2025, 11, 24);

    public static async Task RunAsync(string connection, int staged, int published, CancellationToken cancellationToken)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(connection, cancellationToken);
        var warehouse = new SqlServerWarehouse(database.Options, TimeProvider.System);
        await warehouse.MigrateAsync(cancellationToken);
        // The database is its own: it needs no lock, which some servers would share with others'.
        await warehouse.UseAsync(WarehouseAccess.Read, async session =>
        {
            Line($"{await session.Connection.ExecuteScalarAsync<string>("SELECT @@VERSION")}");
            await StageAsync((SqlServerSession)session, database.Options, staged, cancellationToken);
            return true;
        }, cancellationToken);
        await PublishAsync(warehouse, database.Options, published, cancellationToken);
    }

    private static async Task StageAsync(SqlServerSession session, WarehouseOptions options, int count, CancellationToken cancellationToken)
    {
        var publication = YearBenchmark.Publication(FirstDay, new YearTenant(count, FirstDay).On(FirstDay));
        var loader = StagingWriters.For(session);
        // The first round warms both up, and gives the rows.
        await loader.WriteAsync(publication, progress: null, cancellationToken);
        var rows = await BareCopy.ReadAsync(session, cancellationToken);
        await BareCopy.WriteAsync(session, new MemoryRows(rows), options, cancellationToken);

        List<Span> ours = [], bare = [];
        for (var round = 1; round <= Rounds; round++)
        {
            ours.Add(await TimeAsync(() => loader.WriteAsync(publication, progress: null, cancellationToken)));
            bare.Add(await TimeAsync(() => BareCopy.WriteAsync(session, new MemoryRows(rows), options, cancellationToken)));
            Line($"{count:N0} rows, round {round}: loader {ours[^1]}, bare SqlBulkCopy {bare[^1]}");
        }

        Line($"{count:N0} rows, medians: loader {Median(ours)}, bare SqlBulkCopy {Median(bare)}: {Median(ours).Seconds / Median(bare).Seconds:0.00} by time (goal: at most 1.3)");
    }

    private static async Task PublishAsync(SqlServerWarehouse warehouse, WarehouseOptions options, int count, CancellationToken cancellationToken)
    {
        var tenant = new YearTenant(count, FirstDay);
        for (var day = FirstDay; day < FirstDay.AddDays(Rounds); day = day.AddDays(1))
        {
            var publication = YearBenchmark.Publication(day, tenant.On(day));
            var copied = await warehouse.UseAsync(WarehouseAccess.Read, async session =>
            {
                var server = (SqlServerSession)session;
                await StagingWriters.For(server).WriteAsync(publication, progress: null, cancellationToken);
                var rows = await BareCopy.ReadAsync(server, cancellationToken);
                return await TimeAsync(() => BareCopy.WriteAsync(server, new MemoryRows(rows), options, cancellationToken));
            }, cancellationToken);
            var publish = await TimeAsync(() => new DeviceLoader(warehouse, TimeProvider.System).PublishAsync(publication, progress: null, cancellationToken));
            Line($"{day:yyyy-MM-dd}, {count:N0} devices: published in {publish}, bare SqlBulkCopy of them {copied}: {publish.Seconds / copied.Seconds:0.0} times");
        }
    }

    private static async Task<Span> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var cpu = Cpu();
        var started = Stopwatch.GetTimestamp();
        await work();
        return new Span(Stopwatch.GetElapsedTime(started).TotalSeconds, Cpu() - cpu);
    }

    private static Span Median(List<Span> spans) => spans.OrderBy(span => span.Seconds).ElementAt(spans.Count / 2);

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <param name="Cpu">Of this process, without the server's.</param>
    private readonly record struct Span(double Seconds, double Cpu)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0.00} s ({Cpu:0.00} CPU s here)");
    }
}
