using Etl.Warehouse;

namespace Etl.Export;

internal static class ExportTables
{
    /// <summary>Writes what the queries give, one after the other, as the whole of the table.</summary>
    public static async Task WriteAsync(
        this IExportTable table, WarehouseSession session, IEnumerable<ExportQuery> queries, CancellationToken cancellationToken)
    {
        foreach (var query in queries)
        {
            await using var command = await query.OpenAsync(session, cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await table.WriteAsync(reader, cancellationToken);
        }

        await table.CompleteAsync(cancellationToken);
    }
}
