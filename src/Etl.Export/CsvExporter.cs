using Etl.Model.Errors;
using Etl.Warehouse;

namespace Etl.Export;

/// <summary>Writes datasets as CSV, row by row from the report views: memory does not grow with the rows.</summary>
/// <param name="warehouse">Where the views are.</param>
/// <param name="standardOutput">Opens what <see cref="ExportRequest.StandardOutput"/> stands for.</param>
public sealed class CsvExporter(IWarehouse warehouse, Func<Stream> standardOutput)
{
    public CsvExporter(IWarehouse warehouse)
        : this(warehouse, Console.OpenStandardOutput)
    {
    }

    /// <summary>
    /// Exports. The file appears whole or not at all. Throws <see cref="EtlException"/> where a tenant or day is not in the
    /// warehouse, with what is there, or where the file cannot be written.
    /// </summary>
    public Task<ExportResult> ExportAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        return warehouse.UseAsync(WarehouseAccess.Read, Export, cancellationToken);

        async Task<ExportResult> Export(WarehouseSession session)
        {
            var queries = await ExportQueries.ForAsync(session, request, cancellationToken);
            await using var target = ExportTarget.Open(request.Path, standardOutput);
            long rows;
            await using (var csv = new CsvTable(target.Content, request.Excel, request.Escape))
            {
                foreach (var query in queries)
                {
                    await using var command = await session.StreamingQueryAsync(query.Script, query.Parameters, cancellationToken);
                    await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                    csv.Write(reader, cancellationToken);
                }

                rows = csv.Rows;
            }

            target.Commit();
            return new ExportResult(request.Dataset, request.Path, rows);
        }
    }
}
