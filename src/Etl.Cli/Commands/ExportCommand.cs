using System.CommandLine;
using System.CommandLine.Parsing;
using Etl.Export;
using Etl.Model.Errors;
using Etl.Warehouse;

namespace Etl.Cli.Commands;

/// <summary><c>etl export</c>: a report view as a file, the same bytes for the same data, or as a folder of files, one a day.</summary>
internal static class ExportCommand
{
    private const string Csv = "csv";
    private const string Parquet = "parquet";

    private static readonly Argument<string> Dataset = new("dataset")
    {
        Description = string.Join(", ", ExportDatasets.Names) + ".",
        HelpName = "DATASET",
    };
    private static readonly Option<DateOnly?> Date = Arguments.Date("--date", "This published day. Default: the latest of each tenant.");
    private static readonly Option<DateOnly?> From = Arguments.Date("--from", "First day.");
    private static readonly Option<DateOnly?> To = Arguments.Date("--to", "Last day.");
    private static readonly Option<string?> Tenant = Arguments.Tenant("This tenant only.");
    private static readonly Option<string> Format = new("--format") { Description = "csv or parquet.", DefaultValueFactory = _ => Csv };
    private static readonly Option<bool> Partition = new("--partition") { Description = "Parquet: a folder snapshot_date=DAY for each published day, whole days that changed." };
    private static readonly Option<string?> Output = new("--output") { Description = "File to write, or - for stdout; with --partition the folder. Default: by DATASET in Export:Directory.", HelpName = "PATH" };
    private static readonly Option<bool?> Excel = new("--excel") { Description = "CSV: CRLF and a byte order mark, as Excel wants them." };
    private static readonly Option<bool> NoEscape = new("--no-escape") { Description = "CSV: leave cells alone that a spreadsheet would run as a formula." };

    public static Command Create(CommandContext context)
    {
        Format.AcceptOnlyFromAmong(Csv, Parquet);
        var command = new Command("export", "Write a CSV or Parquet file, or a lake's folder.")
        {
            Dataset, Date, From, To, Tenant, Format, Partition, Output, Excel, NoEscape,
        };
        command.Validators.Add(Check);
        command.SetAction((arguments, cancellationToken) => ExportAsync(context, arguments, cancellationToken));
        return command;
    }

    private static void Check(CommandResult result)
    {
        if (result.GetResult(Date) is not null && (result.GetResult(From) ?? result.GetResult(To)) is not null)
            result.AddError("--date names one day; --from and --to name several. Give the one or the other.");

        // Told by what was written: a value that is faulted elsewhere cannot be asked for.
        var isParquet = result.GetResult(Format) is { Tokens: [{ Value: Parquet }] };
        if (isParquet && (result.GetResult(Excel) ?? result.GetResult(NoEscape)) is not null)
            result.AddError("--excel and --no-escape are about CSV. Leave them out, or --format parquet.");
        if (result.GetResult(Partition) is null) return;
        if (!isParquet) result.AddError("--partition writes Parquet. Give --format parquet with it.");
        if (result.GetResult(Output) is { Tokens: [{ Value: ExportRequest.StandardOutput }] })
            result.AddError("--partition writes a folder. Give --output one.");
    }

    private static async Task<int> ExportAsync(CommandContext context, ParseResult arguments, CancellationToken cancellationToken)
    {
        var dataset = DatasetOf(arguments.GetValue(Dataset)!);
        var options = CommandContext.LoadWithoutSignIn(arguments);
        var isPartitioned = arguments.GetValue(Partition);
        if (isPartitioned && !ExportDatasets.IsOfSnapshots(dataset))
            throw new ConfigurationException(
                $"--partition is for datasets of published days, which '{ExportDatasets.NameOf(dataset)}' is not; those are "
                + $"{string.Join(", ", ExportDatasets.Names.Where(name => ExportDatasets.IsOfSnapshots(DatasetOf(name))))}.");
        var format = arguments.GetValue(Format)!;
        var file = isPartitioned ? ExportDatasets.NameOf(dataset) : $"{ExportDatasets.NameOf(dataset)}.{format}";
        var request = new ExportRequest
        {
            Dataset = dataset,
            Format = format == Parquet ? ExportFormat.Parquet : ExportFormat.Csv,
            Path = arguments.GetValue(Output) ?? Path.Combine(options.Export.Directory, file),
            From = arguments.GetValue(Date) ?? arguments.GetValue(From),
            To = arguments.GetValue(Date) ?? arguments.GetValue(To),
            Tenant = arguments.GetValue(Tenant),
            Excel = arguments.GetValue(Excel) ?? options.Export.Excel,
            Escape = !arguments.GetValue(NoEscape),
        };
        await context.Error.WriteAsync(await WriteAsync(WarehouseFactory.Create(options.Warehouse, context.Clock), request, isPartitioned, cancellationToken));
        return ExitCodes.Done;
    }

    private static async Task<string> WriteAsync(
        IWarehouse warehouse, ExportRequest request, bool isPartitioned, CancellationToken cancellationToken)
    {
        if (isPartitioned)
        {
            var lake = await new LakeExporter(warehouse).ExportAsync(request, cancellationToken);
            return $"{lake.Rows} rows in {lake.Written} files written under {lake.Folder}, {lake.Unchanged} files unchanged\n";
        }

        var result = await new DatasetExporter(warehouse).ExportAsync(request, cancellationToken);
        return result.Path == ExportRequest.StandardOutput ? "" : $"{result.Rows} rows in {result.Path}\n";
    }

    private static ExportDataset DatasetOf(string name) => ExportDatasets.TryParse(name, out var dataset)
        ? dataset
        : throw new ConfigurationException($"There is no dataset '{name}'; there are {string.Join(", ", ExportDatasets.Names)}.");
}
