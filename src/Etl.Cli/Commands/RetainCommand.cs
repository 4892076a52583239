using System.CommandLine;
using System.Globalization;
using Etl.Pipeline.Retention;
using Etl.Warehouse;

namespace Etl.Cli.Commands;

/// <summary><c>etl retain</c>: removes what is older than <c>Retention</c> says; with <c>--dry-run</c> tells what would go.</summary>
internal static class RetainCommand
{
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Tell what would be removed; remove nothing." };

    public static Command Create(CommandContext context)
    {
        var command = new Command("retain", "Remove what is older than its limit.") { DryRun };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var options = CommandContext.LoadWithoutSignIn(arguments);
            var isDry = arguments.GetValue(DryRun);
            var retention = new RetentionRun(options, WarehouseFactory.Create(options.Warehouse, context.Clock), context.Clock);
            Write(context.Output, await retention.RunAsync(isDry, cancellationToken), isDry ? "would be removed" : "removed");
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(TextWriter output, RetentionResult result, string done)
    {
        foreach (var folder in result.ArchiveFolders) output.WriteLine($"  archive {folder}");
        foreach (var day in result.Snapshots) output.WriteLine(Text($"  devices of {day.Tenant} {day.SnapshotDate:yyyy-MM-dd}: {day.Devices:N0} rows"));
        output.WriteLine(Text($"Archive: {result.ArchiveFolders.Count} days, {result.ArchiveBytes / 1e6:0.0} MB {done}."));
        output.WriteLine(Text($"Rejected rows: {result.RejectedRows:N0} {done}."));
        output.WriteLine(Text($"Snapshots: the devices of {result.Snapshots.Count} days, {result.Snapshots.Sum(day => day.Devices):N0} rows {done}."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
