namespace Etl.Export;

/// <summary>The names of the datasets and the queries behind them.</summary>
public static class ExportDatasets
{
    /// <summary>The name on the command line, e.g. <c>devices</c>.</summary>
    public static string NameOf(ExportDataset dataset) => dataset switch
    {
        ExportDataset.Devices => "devices",
        ExportDataset.Coverage => "coverage",
        ExportDataset.Trend => "trend",
        ExportDataset.Gaps => "gaps",
        ExportDataset.Events => "events",
        ExportDataset.TimeToEnroll => "time-to-enroll",
        ExportDataset.Runs => "runs",
        ExportDataset.Rejects => "rejects",
        ExportDataset.Quality => "quality",
        _ => throw new ArgumentOutOfRangeException(nameof(dataset), dataset, message: null),
    };

    /// <summary>All names, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<ExportDataset>().Select(NameOf)];

    /// <summary>Reads a name without case; false where there is no such dataset.</summary>
    public static bool TryParse(string name, out ExportDataset dataset)
    {
        foreach (var candidate in Enum.GetValues<ExportDataset>())
        {
            dataset = candidate;
            if (NameOf(candidate).Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        dataset = default;
        return false;
    }

    /// <summary>Whether the rows are those of single published days.</summary>
    public static bool IsOfSnapshots(ExportDataset dataset) =>
        dataset is ExportDataset.Devices or ExportDataset.Coverage or ExportDataset.Gaps or ExportDataset.Events;

    /// <summary>Whether the rows are those of the whole history; else they are those of runs, published or not.</summary>
    internal static bool IsOfHistory(ExportDataset dataset) => dataset is ExportDataset.Trend or ExportDataset.TimeToEnroll;

    /// <summary>Whether the rows come from the devices of a day, which retention may have removed.</summary>
    internal static bool NeedsDevices(ExportDataset dataset) => dataset is ExportDataset.Devices or ExportDataset.Gaps;

    internal static string QueryOf(ExportDataset dataset) =>
        $"queries/export_{NameOf(dataset).Replace('-', '_')}.sql";
}
