using System.Globalization;
using Etl.Model.Values;
using Etl.Warehouse.Reports;
using Spectre.Console;

namespace Etl.Cli.Output;

/// <summary>Is coverage rising, and what happened last week: a chart on a terminal, the same numbers as lines elsewhere.</summary>
internal static class HistoryReport
{
    private const int MostBars = 14;
    private const int ChartWidth = 90;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void Write(IAnsiConsole screen, IReadOnlyList<CoverageTrendDay> days, IReadOnlyList<EventCount> events)
    {
        if (days.Count < 2) return;
        var shown = Thin(days);
        WriteTitle(screen, Text($"Coverage since {days[0].SnapshotDate:yyyy-MM-dd}, in percent"));
        if (screen.Profile.Capabilities.Ansi) WriteChart(screen, shown);
        else WriteLines(screen, shown);

        var latest = days[^1];
        var moves = new[] { ("7 days", latest.CoverageChange7Days), ("28 days", latest.CoverageChange28Days) }
            .Where(move => move.Item2 is not null)
            .Select(move => Text($"{Share.Points(move.Item2!.Value)} percentage points in {move.Item1}"));
        if (string.Join(", ", moves) is { Length: > 0 } sentence) screen.WriteLine("  " + sentence + ".");
        WriteEvents(screen, events);
    }

    /// <summary>Days evenly apart, back from the latest.</summary>
    private static List<CoverageTrendDay> Thin(IReadOnlyList<CoverageTrendDay> days)
    {
        var step = (days.Count + MostBars - 1) / MostBars;
        return [.. days.Where((_, i) => (days.Count - 1 - i) % step == 0)];
    }

    private static void WriteChart(IAnsiConsole screen, List<CoverageTrendDay> days)
    {
        // Of one width: what a value takes is taken from its bar.
        var chart = new BarChart { Width = ChartWidth, MaxValue = 100, ValueFormatter = (value, culture) => value.ToString("0.0", culture).PadLeft(5), Culture = Culture };
        foreach (var day in days)
            if (CoverageOf(day) is { } coverage)
                chart.AddItem(Text($"{day.SnapshotDate:yyyy-MM-dd}"), (double)Math.Round(100 * coverage, 1, MidpointRounding.AwayFromZero), ColorOf(day));
        screen.Write(chart);
    }

    private static void WriteLines(IAnsiConsole screen, List<CoverageTrendDay> days)
    {
        foreach (var day in days) screen.WriteLine(Text($"  {day.SnapshotDate:yyyy-MM-dd}  {(CoverageOf(day) is { } coverage ? Share.Number(coverage) : "–"),5}  {day.Covered:N0} of {day.InScope:N0}"));
    }

    private static void WriteEvents(IAnsiConsole screen, IReadOnlyList<EventCount> events)
    {
        WriteTitle(screen, "What happened in the last week");
        var table = new Table().Border(TableBorder.Simple).AddColumn("Event")
            .AddColumn(new TableColumn("Last 7 days").RightAligned()).AddColumn(new TableColumn("Latest day").RightAligned());
        foreach (var row in events) table.AddRow(Markup.Escape(row.Label), row.Events.ToString("N0", Culture), row.Latest.ToString("N0", Culture));
        screen.Write(table);
    }

    private static void WriteTitle(IAnsiConsole screen, string title)
    {
        screen.WriteLine();
        screen.MarkupLine($"[bold]{Markup.Escape(title)}[/]");
    }

    // From the counts: the trend's own four places, rounded again, can come out a tenth off.
    private static decimal? CoverageOf(CoverageTrendDay day) => Share.Of(day.Covered, day.InScope);

    private static Color ColorOf(CoverageTrendDay day) => day.CoverageTarget is { } target && Share.Missing((double)target, day.Covered, day.InScope) > 0 ? Color.Yellow : Color.Green;

    private static string Text(FormattableString text) => text.ToString(Culture);
}
