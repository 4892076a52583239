using System.CommandLine;
using Etl.Cli.Output;
using Etl.Export;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Graph;
using Etl.Model.Values;
using Etl.Pipeline;
using Etl.Pipeline.Configuration;
using Etl.Simulator;
using Etl.Transform;
using Etl.Warehouse;
using Etl.Warehouse.Reports;

namespace Etl.Cli.Commands;

/// <summary>
/// <c>etl demo</c>: the real pipeline on a tenant that does not exist, day by day, through Graph's HTTP API and AD CSV files. Needs
/// no account, no server and no key: the warehouse is a file beside its exports, or the SQL Server that the configuration names. Run
/// again, it starts afresh.
/// </summary>
internal static class DemoCommand
{
    private const string TenantName = "contoso-demo";

    private static readonly ExportDataset[] Datasets =
    [
        ExportDataset.Devices, ExportDataset.Coverage, ExportDataset.Trend, ExportDataset.Gaps, ExportDataset.Events, ExportDataset.TimeToEnroll,
    ];

    private static readonly Option<int> Devices = Arguments.Count("--devices", "Entra devices, roughly.", 5_000, least: 1, most: 5_000_000);
    private static readonly Option<int> Days = Arguments.Count("--days", "Days of history up to today.", 30, least: 1, most: 3_650);
    private static readonly Option<int> Seed = Arguments.Count("--seed", "Same seed, same tenant.", 1, least: 0, most: int.MaxValue);

    public static Command Create(CommandContext context)
    {
        var command = new Command("demo", "See it work on a simulated tenant.") { Devices, Days, Seed };
        command.SetAction((arguments, cancellationToken) => RunAsync(context, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Path.Combine("data", "demo");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);

        var days = arguments.GetValue(Days);
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime - new SimulatorOptions().SnapshotTime.ToTimeSpan());
        var tenant = new SimulatedTenant(new SimulatorOptions
        {
            Devices = arguments.GetValue(Devices),
            Seed = arguments.GetValue(Seed),
            FirstDay = today.AddDays(1 - days),
        });
        var serverOptions = new GraphServerOptions { Clock = context.Clock };
        await using var server = await GraphServer.StartAsync(serverOptions, tenant.Day(0), cancellationToken);
        var config = arguments.GetValue(CommandContext.Config);
        var options = Configure(server, serverOptions, folder, ConfigurationLoader.LoadTables(config), DemoWarehouse.OptionsIn(folder, config));
        var warehouse = WarehouseFactory.Create(options.Warehouse, context.Clock);
        await DemoWarehouse.PrepareAsync(warehouse, options.Warehouse, TenantName, context, cancellationToken);

        await context.Error.WriteLineAsync($"A simulated tenant answers at {server.BaseUrl}; the pipeline reads it {(days == 1 ? "once" : $"{days} times, a day each")}.");
        var started = context.Clock.GetTimestamp();
        await DemoProgress.WatchAsync(context, days, async report =>
        {
            for (var number = 0; number < days; number++)
            {
                var day = tenant.Day(number);
                server.Serve(day);
                await AdExport.WriteAsync(day, Path.Combine(folder, "ad.csv"), AdExportFormat.PowerShell7, cancellationToken);
                var run = new TenantRun(options, options.Tenants[0], warehouse, context.Clock, NoObserver.Instance);
                report(await run.RunAsync(new RunRequest { AsOf = day.SnapshotInstant }, cancellationToken));
            }
        });
        await context.Error.WriteLineAsync($"{(days == 1 ? "1 day" : $"{days} days")} in {context.Clock.GetElapsedTime(started).TotalSeconds:0.0} s.");

        await ExportAsync(warehouse, options.Export.Directory, cancellationToken);
        var queries = new ReportQueries(warehouse);
        var status = await StatusSnapshot.ReadAsync(queries, TenantName, cancellationToken);
        CoverageReport.Write(context.Screen, status, options.Rules.CoverageTarget, context.Clock.GetUtcNow());
        HistoryReport.Write(
            context.Screen,
            await queries.CoverageTrendAsync(TenantName, cancellationToken),
            await queries.EventCountsAsync(TenantName, cancellationToken));
        await context.Output.WriteLineAsync($"""

            The warehouse is {DemoWarehouse.Place(folder, options.Warehouse)}; {string.Join(", ", Datasets.SkipLast(1).Select(ExportDatasets.NameOf))} and {ExportDatasets.NameOf(Datasets[^1])} are CSV files in {options.Export.Directory}.
            Next: point it at your own tenant, see 'Your own tenant' in README.md.
            """);
        return ExitCodes.Done;
    }

    private static async Task ExportAsync(IWarehouse warehouse, string folder, CancellationToken cancellationToken)
    {
        var exporter = new DatasetExporter(warehouse);
        foreach (var dataset in Datasets)
        {
            var path = Path.Combine(folder, ExportDatasets.NameOf(dataset) + ".csv");
            await exporter.ExportAsync(new ExportRequest { Dataset = dataset, Path = path }, cancellationToken);
        }
    }

    private static EtlOptions Configure(GraphServer server, GraphServerOptions serverOptions, string folder, RuleTables tables, WarehouseOptions warehouse) => new()
    {
        Tenants =
        [
            new TenantOptions
            {
                Name = TenantName,
                Graph = new GraphOptions
                {
                    BaseUrl = server.BaseUrl.AbsoluteUri,
                    Credential = GraphCredential.AccessToken,
                    AccessToken = new Secret(serverOptions.Token),
                },
                ActiveDirectory = new AdOptions { Path = Path.Combine(folder, "ad.csv") },
            },
        ],
        Tables = tables,
        Warehouse = warehouse,
        Rules = new RulesOptions { CoverageTarget = 0.95 },
        Archive = new ArchiveOptions { Path = Path.Combine(folder, "archive") },
        Export = new ExportOptions { Directory = Path.Combine(folder, "exports") },
    };
}
