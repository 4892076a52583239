using Etl.Model.Errors;
using Etl.Warehouse;

namespace Etl.Export;

/// <summary>Writes datasets as files, row by row from the report views: memory does not grow with the rows.</summary>
/// <param name="warehouse">Where the views are.</param>
/// <param name="standardOutput">Opens what <see cref="ExportRequest.StandardOutput"/> stands for.</param>
public sealed class DatasetExporter(IWarehouse warehouse, Func<Stream> standardOutput)
{
    public DatasetExporter(IWarehouse warehouse)
        : this(warehouse, Console.OpenStandardOutput)
    {
    }

    /// <summary>
    /// Exports. The file appears whole or not at all. Throws <see cref="EtlException"/> where a tenant or day is not in the
    /// warehouse, with what is there, or where the file cannot be written.
    /// </summary>
    public Task<ExportResult> ExportAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var isBegun = false;
        return warehouse.UseAsync(WarehouseAccess.Read, Export, cancellationToken);

        async Task<ExportResult> Export(WarehouseSession session)
        {
            var queries = await ExportQueries.ForAsync(session, request, cancellationToken);
            if (isBegun && request.Path == ExportRequest.StandardOutput)
                throw new EtlException(Stage.Export, "The connection to the warehouse was lost half way: what was printed is not whole. Export again.");
            isBegun = true;
            await using var target = ExportTarget.Open(request.Path, standardOutput);
            long rows;
            await using (var table = Open(target.Content, request))
            {
                await table.WriteAsync(session, queries, cancellationToken);
                rows = table.Rows;
            }

            target.Commit();
            return new ExportResult(request.Dataset, request.Path, rows);
        }
    }

    private static IExportTable Open(Stream content, ExportRequest request) => request.Format switch
    {
        ExportFormat.Parquet => new ParquetTable(content),
        _ => new CsvTable(content, request.Excel, request.Escape, request.Rows),
    };
}
