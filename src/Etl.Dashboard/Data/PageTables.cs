using System.Data;
using Etl.Model.Errors;
using Etl.Model.Values;

namespace Etl.Dashboard.Data;

/// <summary>The tables of the pages as data, with the names and codes of the exported datasets: what the page of the same filter shows.</summary>
public sealed class PageTables(DashboardReports reports)
{
    public const string Coverage = "coverage-by-join-type";
    public const string Matrix = "joined-and-enrolled";
    public const string Gaps = "gap-reasons";
    public const string Methods = "enrolment-methods";
    public const string Sources = "sources";
    public const string Trend = "trend";

    /// <summary>The table of this name, called after tenant and day as well; null where there is none, or nothing is published.</summary>
    public Task<DataTable?> ReadAsync(string name, Filter filter) => reports.OfOneEditionAsync(async () =>
    {
        if (await reports.ViewAsync(filter) is not { } view) return null;
        if (name is not (Sources or Coverage or Trend) && await reports.IsRemovedAsync(view)) throw new EtlException(Stage.Export, view.Removed);
        var tenant = name == Sources && filter.Tenant is null ? null : view.Day.Tenant;
        var table = await ReadAsync(name, view, filter, tenant);
        if (table is not null) table.TableName = string.Join('-', new[] { name, tenant, name == Sources ? null : DayOf(view) }.OfType<string>());
        return table;
    });

    private async Task<DataTable?> ReadAsync(string name, DashboardView view, Filter filter, string? tenant)
    {
        if (name == Trend) return OfTrend(view, await reports.TrendAsync(view, filter));
        var counts = await reports.CoverageAsync(view, filter);
        return name switch
        {
            Coverage => OfCoverage(view, counts),
            Matrix => OfMatrix(view, counts),
            Gaps => OfGaps(view, counts),
            Methods => OfMethods(view, counts),
            Sources => OfSources(await reports.SourcesAsync(view.Edition, tenant)),
            _ => null,
        };
    }

    private static string DayOf(DashboardView view) => new Filter { Date = view.Day.SnapshotDate }.Day!;

    private static DataTable OfCoverage(DashboardView view, IReadOnlyList<SnapshotCount> counts) => OfDay(
        view,
        [("join_type", typeof(string)), ("devices", typeof(long)), ("enrolled", typeof(long)), ("in_scope", typeof(long)), ("covered", typeof(long)), ("coverage", typeof(decimal))],
        Summary.ByJoinType(view, counts).Select(join => (object?[])[join.Code, join.Devices, join.Enrolled, join.InScope, join.Covered, Share.Of(join.Covered, join.InScope)]));

    // The first columns of the dataset of this name, of the devices that the filter shows.
    private static DataTable OfTrend(DashboardView view, IReadOnlyList<TrendDay> days) => Table(
        [("snapshot_date", typeof(DateOnly)), ("tenant", typeof(string)), ("devices", typeof(long)), ("enrolled", typeof(long)), ("in_scope", typeof(long)), ("covered", typeof(long)),
            ("coverage", typeof(decimal)), ("coverage_all", typeof(decimal)), ("coverage_change_7_days", typeof(decimal)), ("coverage_change_28_days", typeof(decimal))],
        days.Select((day, place) => (object?[])[day.SnapshotDate, view.Day.Tenant, day.Devices, day.Enrolled, day.InScope, day.Covered,
            day.Coverage, Share.Of(day.Enrolled, day.Devices), TrendDay.Change(days, place, 7), TrendDay.Change(days, place, 28)]));

    private static DataTable OfMatrix(DashboardView view, IReadOnlyList<SnapshotCount> counts)
    {
        var states = Summary.States(view, counts);
        return OfDay(
            view,
            [("join_type", typeof(string)), .. states.Select(state => (state.Code, typeof(long))), ("devices", typeof(long))],
            Summary.ByJoinType(view, counts).Select(join => (object?[])[join.Code, .. states.Select(state => (object)join.DevicesIn(state)), join.Devices]));
    }

    private static DataTable OfGaps(DashboardView view, IReadOnlyList<SnapshotCount> counts) => OfDay(
        view,
        [("gap_reason", typeof(string)), ("label", typeof(string)), ("missing", typeof(long)), ("devices", typeof(long)), ("explanation", typeof(string)), ("recommended_action", typeof(string))],
        Summary.ByGapReason(view, counts).Select(gap => (object?[])[gap.Code, gap.Member.Label, gap.Missing, gap.Devices, gap.Member.Description, gap.Member.RecommendedAction]));

    private static DataTable OfMethods(DashboardView view, IReadOnlyList<SnapshotCount> counts)
    {
        var methods = Summary.ByMethod(view, counts);
        var all = methods.Sum(method => method.Enrolled);
        return OfDay(
            view,
            [("enrollment_method", typeof(string)), ("category", typeof(string)), ("enrolled", typeof(long)), ("share", typeof(decimal)), ("autopilot", typeof(long)), ("join_type_unexpected", typeof(long))],
            methods.Select(method => (object?[])[method.Code, method.Member.Description, method.Enrolled, Share.Of(method.Enrolled, all), method.Autopilot, method.UnexpectedJoinType]));
    }

    private static DataTable OfSources(IReadOnlyList<Etl.Warehouse.Reports.SourceHealth> sources) => Table(
        [("tenant", typeof(string)), ("source", typeof(string)), ("as_of_utc", typeof(DateTime)), ("rows_read", typeof(long)), ("rows_used", typeof(long)), ("rows_rejected", typeof(long))],
        sources.Select(source => (object?[])[source.Tenant, source.Source, source.AsOf.UtcDateTime, source.RowsRead, source.RowsUsed, source.RowsRejected]));

    private static DataTable OfDay(DashboardView view, IEnumerable<(string Name, Type Type)> columns, IEnumerable<object?[]> rows) => Table(
        [("snapshot_date", typeof(DateOnly)), ("tenant", typeof(string)), .. columns],
        rows.Select(row => (object?[])[view.Day.SnapshotDate, view.Day.Tenant, .. row]));

    private static DataTable Table(IEnumerable<(string Name, Type Type)> columns, IEnumerable<object?[]> rows)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var (name, type) in columns) table.Columns.Add(name, type);
        foreach (var row in rows) table.Rows.Add(row);
        return table;
    }
}
