using System.CommandLine;
using Etl.Export;
using Etl.Model.Errors;
using Etl.Warehouse;

namespace Etl.Cli.Commands;

/// <summary><c>etl export</c>: a report view as a CSV file, the same bytes for the same data.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Dataset = new("dataset")
    {
        Description = string.Join(", ", ExportDatasets.Names) + ".",
        HelpName = "DATASET",
    };
    private static readonly Option<DateOnly?> Date = Arguments.Date("--date", "This published day. Default: the latest of each tenant.");
    private static readonly Option<DateOnly?> From = Arguments.Date("--from", "First day.");
    private static readonly Option<DateOnly?> To = Arguments.Date("--to", "Last day.");
    private static readonly Option<string?> Tenant = Arguments.Tenant("This tenant only.");
    private static readonly Option<string> Format = new("--format") { Description = "csv.", DefaultValueFactory = _ => "csv" };
    private static readonly Option<string?> Output = new("--output") { Description = "File to write, or - for stdout. Default: DATASET.csv in Export:Directory.", HelpName = "PATH" };
    private static readonly Option<bool?> Excel = new("--excel") { Description = "CRLF and a byte order mark, as Excel wants them." };
    private static readonly Option<bool> NoEscape = new("--no-escape") { Description = "Leave cells alone that a spreadsheet would run as a formula." };

    public static Command Create(CommandContext context)
    {
        Format.AcceptOnlyFromAmong("csv");
        var command = new Command("export", "Write a CSV file.") { Dataset, Date, From, To, Tenant, Format, Output, Excel, NoEscape };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Date) is not null && (result.GetResult(From) ?? result.GetResult(To)) is not null)
                result.AddError("--date names one day; --from and --to name several. Give the one or the other.");
        });
        command.SetAction((arguments, cancellationToken) => ExportAsync(context, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> ExportAsync(CommandContext context, ParseResult arguments, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(Dataset)!;
        if (!ExportDatasets.TryParse(name, out var dataset))
            throw new ConfigurationException($"There is no dataset '{name}'; there are {string.Join(", ", ExportDatasets.Names)}.");
        var options = CommandContext.LoadConfiguration(arguments);
        var request = new ExportRequest
        {
            Dataset = dataset,
            Path = arguments.GetValue(Output) ?? Path.Combine(options.Export.Directory, ExportDatasets.NameOf(dataset) + ".csv"),
            From = arguments.GetValue(Date) ?? arguments.GetValue(From),
            To = arguments.GetValue(Date) ?? arguments.GetValue(To),
            Tenant = arguments.GetValue(Tenant),
            Excel = arguments.GetValue(Excel) ?? options.Export.Excel,
            Escape = !arguments.GetValue(NoEscape),
        };
        var result = await new CsvExporter(WarehouseFactory.Create(options.Warehouse, context.Clock)).ExportAsync(request, cancellationToken);
        if (result.Path != ExportRequest.StandardOutput) await context.Error.WriteLineAsync($"{result.Rows} rows in {result.Path}");
        return ExitCodes.Done;
    }
}
