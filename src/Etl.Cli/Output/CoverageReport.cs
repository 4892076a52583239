using System.Globalization;
using Etl.Model.Values;
using Etl.Warehouse.Reports;
using Spectre.Console;

namespace Etl.Cli.Output;

/// <summary>The answer: how many devices are joined, how many of those are enrolled, by which method, and why the rest are not.</summary>
internal static class CoverageReport
{
    private const int MostGapReasons = 12;

    /// <summary>A tenant that is run once a day is never as old.</summary>
    private static readonly TimeSpan RecentEnough = TimeSpan.FromHours(48);
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void Write(IAnsiConsole screen, StatusSnapshot status, double? target, DateTimeOffset now)
    {
        if (status.Days.Count == 0)
        {
            screen.WriteLine("Nothing is published yet: run 'etl run'.");
            return;
        }

        foreach (var days in status.Days.GroupBy(day => day.Tenant, StringComparer.Ordinal))
        {
            WriteHeadline(screen, [.. days.OrderBy(day => day.SnapshotDate)], target);
            WriteAge(screen, [.. status.Sources.Where(row => row.Tenant == days.Key)], now);
            WriteJoinTypes(screen, [.. status.ByJoinType.Where(row => row.Tenant == days.Key)]);
            WriteMethods(screen, [.. status.Methods.Where(row => row.Tenant == days.Key)]);
            WriteGaps(screen, [.. status.GapReasons.Where(row => row.Tenant == days.Key)]);
            WriteSources(screen, [.. status.Sources.Where(row => row.Tenant == days.Key)], now);
        }
    }

    private static void WriteHeadline(IAnsiConsole screen, List<CoverageTotal> days, double? target)
    {
        var today = days[^1];
        screen.WriteLine();
        screen.Write(new Rule(Markup.Escape($"{today.Tenant}, {Text($"{today.SnapshotDate:yyyy-MM-dd}")}")).LeftJustified());
        screen.MarkupLine(Text($"Coverage [bold]{Share.Percent(today.Coverage, "–")}[/]: {today.Covered:N0} of {today.InScope:N0} devices in scope are enrolled and checking in."));
        screen.MarkupLine(Text($"Of all {today.Devices:N0} devices {today.Enrolled:N0} are enrolled ({Share.Percent(today.CoverageAll)})."));
        if (target is { } wanted && today.Coverage is { } coverage)
        {
            var missing = Share.Missing(wanted, today.Covered, today.InScope);
            screen.MarkupLine(missing == 0
                ? Text($"The target of {Share.Percent((decimal)wanted)} is met.")
                : Text($"The target is {Share.Percent((decimal)wanted)}: {Share.Devices(missing, "more ")}."));
        }

        if (days.Count > 1 && Share.Change(today.Coverage, days[0].Coverage) is { } change)
            screen.MarkupLine(Text($"Since {days[0].SnapshotDate:yyyy-MM-dd}: {Share.Points(change)} percentage points ({days.Count} published days)."));
    }

    // Whoever looks takes it for today.
    private static void WriteAge(IAnsiConsole screen, List<SourceHealth> sources, DateTimeOffset now)
    {
        if (sources.Count > 0 && now - sources.Max(source => source.AsOf) is { } age && age > RecentEnough)
            screen.MarkupLine($"[yellow]This is {Age(age)} old, and nothing later is published: 'etl runs' says why.[/]");
    }

    private static void WriteJoinTypes(IAnsiConsole screen, List<JoinTypeCoverage> rows)
    {
        var table = NewTable(screen, "How joined, how many enrolled", "Join type", "Devices", "Enrolled", "In scope", "Covered", "Coverage");
        foreach (var row in rows)
            table.AddRow(Markup.Escape(row.Label), Number(row.Devices), Number(row.Enrolled), Number(row.InScope), Number(row.Covered), Share.Percent(row.Coverage));
        table.AddRow("[bold]All[/]", Number(rows.Sum(r => r.Devices)), Number(rows.Sum(r => r.Enrolled)), Number(rows.Sum(r => r.InScope)),
            Number(rows.Sum(r => r.Covered)), Share.Percent(Share.Of(rows.Sum(r => r.Covered), rows.Sum(r => r.InScope))));
        screen.Write(table);
    }

    private static void WriteMethods(IAnsiConsole screen, List<EnrollmentMethodCount> rows)
    {
        var table = NewTable(screen, "By which method", "Method", "Category", "Devices", "Autopilot");
        foreach (var row in rows)
            table.AddRow(Markup.Escape(row.Label), Markup.Escape(row.Category), Number(row.Devices), Number(row.Autopilot));
        screen.Write(table);
    }

    private static void WriteGaps(IAnsiConsole screen, List<GapReasonCount> rows)
    {
        var missing = rows.FindAll(row => row.Missing > 0);
        var table = NewTable(screen, "Why the rest are not", "Reason", "Missing", "What to do");
        foreach (var row in missing.Take(MostGapReasons))
            table.AddRow(Markup.Escape(row.Label), Number(row.Missing), Markup.Escape(row.RecommendedAction ?? ""));
        screen.Write(table);
        if (missing.Count > MostGapReasons)
            screen.WriteLine(Text($"  and {missing.Skip(MostGapReasons).Sum(row => row.Missing):N0} for {missing.Count - MostGapReasons} other reasons."));
        var others = rows.Where(row => row.Missing == 0).OrderByDescending(row => row.Devices).ToList();
        if (others.Count > 0) screen.WriteLine(Text($"  Costing no coverage: {string.Join("; ", others.Select(row => Text($"{row.Label} {row.Devices:N0}")))}."));
    }

    private static void WriteSources(IAnsiConsole screen, List<SourceHealth> rows, DateTimeOffset now)
    {
        var table = NewTable(screen, "Sources of the last published run", "Source", "Read", "Used", "Rejected", "Known elsewhere too", "Age");
        foreach (var row in rows)
            table.AddRow(row.Source, Number(row.RowsRead), Number(row.RowsUsed), Number(row.RowsRejected),
                row.MatchRate is { } rate ? Share.Percent(rate) : "", Age(now - row.AsOf));
        screen.Write(table);
    }

    private static Table NewTable(IAnsiConsole screen, string title, params string[] columns)
    {
        screen.WriteLine();
        screen.MarkupLine($"[bold]{Markup.Escape(title)}[/]");
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < columns.Length; i++)
        {
            var isText = columns[i] is "Reason" or "Method" or "Category" or "Join type" or "Source" or "What to do";
            var column = new TableColumn(columns[i]);
            table.AddColumn(isText ? column : column.RightAligned().NoWrap());
        }

        return table;
    }

    private static string Age(TimeSpan age) =>
        age > RecentEnough ? Text($"{age.TotalDays:N0} days") : Text($"{Math.Max(0, age.TotalHours):N0} h");

    private static string Number(long value) => value.ToString("N0", Culture);

    private static string Text(FormattableString text) => text.ToString(Culture);
}
