using Etl.Export;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;
using Quartz;

namespace Etl.Pipeline.Scheduling;

/// <summary>Writes one dataset to <c>Export:Directory</c>, as <c>etl export</c> does.</summary>
[DisallowConcurrentExecution]
public sealed class ExportJob(EtlOptions options, IWarehouse warehouse) : IJob
{
    public const string Dataset = "dataset";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.MergedJobDataMap.GetString(Dataset)!;
        if (!ExportDatasets.TryParse(name, out var dataset)) throw new InvalidOperationException($"There is no dataset '{name}'.");
        var path = Path.Combine(options.Export.Directory, ExportDatasets.NameOf(dataset) + ".csv");
        var request = new ExportRequest { Dataset = dataset, Path = path, Excel = options.Export.Excel };
        await new DatasetExporter(warehouse).ExportAsync(request, cancellationToken);
    }
}
