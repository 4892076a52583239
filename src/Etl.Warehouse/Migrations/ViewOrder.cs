namespace Etl.Warehouse.Migrations;

/// <summary>Views in an order in which each finds those that it reads from.</summary>
internal static class ViewOrder
{
    public static IReadOnlyList<SqlScript> Sort(IReadOnlyList<SqlScript> views)
    {
        var sorted = new List<SqlScript>(views.Count);
        foreach (var view in views) Add(view, views, sorted);
        return sorted;
    }

    private static void Add(SqlScript view, IReadOnlyList<SqlScript> views, List<SqlScript> sorted)
    {
        if (sorted.Contains(view)) return;
        foreach (var other in views)
            if (other != view && view.Text.Contains($" report.{other.ShortName} AS ", StringComparison.Ordinal)) Add(other, views, sorted);
        sorted.Add(view);
    }
}
