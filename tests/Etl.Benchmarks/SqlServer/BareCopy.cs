using System.Data;
using Etl.Load.Staging.SqlServer;
using Etl.Warehouse;
using Etl.Warehouse.SqlServer;
using Microsoft.Data.SqlClient;

namespace Etl.Benchmarks.SqlServer;

/// <summary>
/// What anybody would write: SqlBulkCopy of rows that lie in memory, cell by cell ready for the client, into the emptied table. The same
/// table, options and transaction as the loader's.
/// </summary>
internal static class BareCopy
{
    public static async Task WriteAsync(SqlServerSession session, MemoryRows rows, WarehouseOptions options, CancellationToken cancellationToken)
    {
        var connection = (SqlConnection)session.Connection;
        await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync(cancellationToken);
        await session.ExecuteAsync("publish/clear_staging.sql", new { }, transaction, cancellationToken);
        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.TableLock, transaction)
        {
            DestinationTableName = "staging.classified_device",
            BatchSize = options.BulkBatchRows,
            BulkCopyTimeout = options.BulkTimeoutSeconds,
        };
        await copy.WriteToServerAsync(rows, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The rows as the loader writes them, read back from the table.</summary>
    public static async Task<IReadOnlyList<object[]>> ReadAsync(SqlServerSession session, CancellationToken cancellationToken)
    {
        await using var command = ((SqlConnection)session.Connection).CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", DeviceColumns.All.Select(column => column.Name))} FROM staging.classified_device";
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
