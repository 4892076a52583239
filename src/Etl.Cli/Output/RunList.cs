using System.Globalization;
using Etl.Model.Runs;
using Spectre.Console;

namespace Etl.Cli.Output;

/// <summary>The run journal as a table, and below it what runs said of their end.</summary>
internal static class RunList
{
    public static void Write(IAnsiConsole screen, IReadOnlyList<RunRecord> runs)
    {
        if (runs.Count == 0)
        {
            screen.WriteLine("No run yet: run 'etl run'.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("Started (UTC)").NoWrap()).AddColumn("Tenant");
        foreach (var column in new[] { "Day", "State" }) table.AddColumn(new TableColumn(column).NoWrap());
        foreach (var column in new[] { "Devices", "Read", "Rejected", "Seconds" }) table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var column in table.Columns) column.Padding(0, 1);
        foreach (var run in runs)
        {
            table.AddRow(
                Text($"{run.Started:yyyy-MM-dd HH:mm}"),
                Markup.Escape(run.Tenant),
                Text($"{run.SnapshotDate:yyyy-MM-dd}"),
                run.State.ToString(),
                run.Devices is { } devices ? Text($"{devices:N0}") : "",
                Text($"{run.Sources.Sum(source => source.RowsRead):N0}"),
                Text($"{run.Sources.Sum(source => source.RowsRejected):N0}"),
                run.Ended is { } ended ? Text($"{(ended - run.Started).TotalSeconds:N1}") : "");
        }

        screen.Write(table);
        foreach (var run in runs.Where(run => !string.IsNullOrEmpty(run.Error)))
            screen.WriteLine(Text($"{run.Tenant} {run.SnapshotDate:yyyy-MM-dd}, {run.State}: {run.Error}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
