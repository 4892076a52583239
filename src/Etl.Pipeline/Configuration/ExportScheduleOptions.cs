using Etl.Export;

namespace Etl.Pipeline.Configuration;

/// <summary>One export on a schedule: a dataset, written to <c>Export:Directory</c> as <c>etl export</c> writes it (<c>Schedule:Export[]</c>).</summary>
public sealed record ExportScheduleOptions
{
    /// <summary>A dataset that <c>etl serve</c> exports to <c>Export:Directory</c>, as <c>etl export</c> names it.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>When: Quartz cron, or <c>off</c>.</summary>
    public string Cron { get; init; } = "";

    internal IEnumerable<string> Validate()
    {
        if (!ExportDatasets.TryParse(Dataset, out _))
            yield return $"Dataset: '{Dataset}' is no dataset; there are {string.Join(", ", ExportDatasets.Names)}.";
        if (ScheduleOptions.FaultOf(Cron) is { } fault) yield return $"Cron: {fault}";
    }
}
