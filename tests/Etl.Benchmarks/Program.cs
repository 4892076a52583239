using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Etl.Benchmarks;
using Etl.Benchmarks.Processes;
using Etl.Benchmarks.Report;
using Etl.Benchmarks.SqlServer;
using Etl.Benchmarks.Variants;
using Etl.Benchmarks.Year;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

var devices = new Option<int[]>("--devices")
{
    Description = "Sizes of the simulated tenant, in Entra devices.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [10_000, 100_000, 1_000_000],
};
var sdkUpTo = new Option<int>("--sdk-up-to")
{
    Description = "The largest size that the typed SDK is measured at; it needs minutes for a million.",
    DefaultValueFactory = _ => 1_000_000,
};
var readme = new Option<string?>("--readme") { Description = "A file between whose marks the table is written.", HelpName = "PATH" };
var root = new RootCommand("Measures the whole run beside its floor and the typed SDK.") { devices, sdkUpTo, readme };
root.SetAction(async (arguments, cancellationToken) =>
{
    var results = await Benchmark.RunAsync(arguments.GetValue(devices)!, arguments.GetValue(sdkUpTo), cancellationToken);
    var table = FigureTable.Of(results);
    Console.WriteLine(table);
    if (arguments.GetValue(readme) is { } path) await FigureTable.WriteIntoAsync(path, table, cancellationToken);
});

// The benchmark starts itself for all that is measured: each variant has a process, and so a peak memory, of its own.
var size = new Argument<int>("devices");
var folder = new Argument<string>("folder");
var serve = new Command(SimulatorProcess.Verb, "Serves a simulated tenant until standard input ends.") { size, folder };
serve.Hidden = true;
serve.SetAction((arguments, cancellationToken) =>
    SimulatorProcess.ServeAsync(arguments.GetValue(size), arguments.GetValue(folder)!, cancellationToken));

var variant = new Argument<string>("variant");
var input = new Argument<string>("input");
var measure = new Command(VariantProcess.Verb, "Runs one variant and prints its figures.") { variant, input };
measure.Hidden = true;
measure.SetAction(async (arguments, cancellationToken) =>
{
    var tenant = JsonSerializer.Deserialize<VariantInput>(arguments.GetValue(input)!)!;
    var figures = await Variant.Named(arguments.GetValue(variant)!).MeasureAsync(tenant, cancellationToken);
    Console.WriteLine(JsonSerializer.Serialize(figures));
});

var yearDevices = new Option<int>("--devices") { Description = "Devices of the tenant.", DefaultValueFactory = _ => 100_000 };
var yearDays = new Option<int>("--days") { Description = "Days to publish.", DefaultValueFactory = _ => 365 };
var keepIn = new Option<string?>("--keep-in") { Description = "A folder in which the warehouse stays.", HelpName = "FOLDER" };
var year = new Command("year", "Publishes a year of a tenant and asks about it.") { yearDevices, yearDays, keepIn };
year.SetAction((arguments, cancellationToken) =>
    YearBenchmark.RunAsync(arguments.GetValue(yearDevices), arguments.GetValue(yearDays), arguments.GetValue(keepIn), cancellationToken));

var connection = new Option<string>("--connection")
{
    Description = "Of somebody who may create databases; by default what ETL_TEST_SQLSERVER holds.",
    DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ETL_TEST_SQLSERVER") ?? "",
};
var staged = new Option<int>("--devices") { Description = "Rows to stage.", DefaultValueFactory = _ => 1_000_000 };
var published = new Option<int>("--published") { Description = "Devices of a day to publish.", DefaultValueFactory = _ => 100_000 };
var sqlServer = new Command("sqlserver", "Stages beside a bare SqlBulkCopy of the same rows, and publishes days.") { connection, staged, published };
sqlServer.SetAction((arguments, cancellationToken) => SqlServerBenchmark.RunAsync(
    arguments.GetValue(connection)!, arguments.GetValue(staged), arguments.GetValue(published), cancellationToken));

root.Subcommands.Add(sqlServer);
root.Subcommands.Add(year);
root.Subcommands.Add(serve);
root.Subcommands.Add(measure);
return await root.Parse(args).InvokeAsync();
