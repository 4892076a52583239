using Etl.Model.Errors;
using Etl.Warehouse;

namespace Etl.Export;

/// <summary>
/// Writes published days as a folder of Parquet files, <c>snapshot_date=2026-11-22/devices.contoso.parquet</c>: one folder a day,
/// one file a tenant. A day that has not been published again since its file was written is left alone.
/// </summary>
public sealed class LakeExporter(IWarehouse warehouse)
{
    /// <summary>
    /// Brings the folder to the state of the warehouse, for every published day where the request names none. Days that the warehouse
    /// no longer has stay in the folder. Throws <see cref="EtlException"/> as <see cref="DatasetExporter"/> does.
    /// </summary>
    public async Task<LakeResult> ExportAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var (files, stale) = await warehouse.UseAsync(WarehouseAccess.Read, session => ListAsync(session, request, cancellationToken), cancellationToken);
        long rows = 0;
        foreach (var file in stale)
            rows += await warehouse.UseAsync(WarehouseAccess.Read, session => WriteAsync(session, request, file, cancellationToken), cancellationToken);
        return new LakeResult(request.Dataset, request.Path, stale.Count, files - stale.Count, rows);
    }

    private static async Task<(int Files, IReadOnlyList<LakeFile> Stale)> ListAsync(
        WarehouseSession session, ExportRequest request, CancellationToken cancellationToken)
    {
        var days = await ExportQueries.DaysAsync(session, request, whenNoneIsNamed: static _ => true, cancellationToken);
        var runs = await PublishedRuns.ReadAsync(session, cancellationToken);
        await using var command = await ExportQueries.WithoutRows(request.Dataset).OpenAsync(session, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var schema = ParquetTable.SchemaOf(reader, LakeFile.DayColumn);

        List<LakeFile> stale = [];
        foreach (var file in LakeFile.Of(days, request))
            if (!await file.IsCurrentAsync(runs.Of(file.Day), schema, cancellationToken)) stale.Add(file);
        return (days.Count, stale);
    }

    // The warehouse is opened anew for each day, so that a writer need not wait for all of them. The run is asked for again with it.
    private static async Task<long> WriteAsync(
        WarehouseSession session, ExportRequest request, LakeFile file, CancellationToken cancellationToken)
    {
        var runs = await PublishedRuns.ReadAsync(session, cancellationToken);
        await using var target = ExportTarget.Open(file.Path, Console.OpenStandardOutput);
        long rows;
        await using (var table = new ParquetTable(target.Content, file.MetadataOf(runs.Of(file.Day)), LakeFile.DayColumn))
        {
            await table.WriteAsync(session, ExportQueries.Of(request.Dataset, file.Day), cancellationToken);
            rows = table.Rows;
        }

        target.Commit();
        return rows;
    }
}
