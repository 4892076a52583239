using System.Data.Common;
using Dapper;
using Etl.Warehouse.Migrations;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.SqlServer;

/// <summary>An open warehouse on a SQL Server.</summary>
public sealed class SqlServerSession(SqlConnection connection, SqlScripts scripts, WarehouseOptions options) : WarehouseSession(connection, scripts)
{
    private readonly SqlConnection _connection = connection;

    /// <summary>A file of <c>publish/</c> is a stored procedure and is called; any other is sent.</summary>
    public override Task<int> ExecuteAsync(string script, object parameters, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        var sql = script.StartsWith("publish/", StringComparison.Ordinal) ? ProcedureCall.Of(Scripts[script]) : Scripts[script];
        return Connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));
    }

    public override Task AppendAsync(
        string schema, string table, IEnumerable<IReadOnlyList<object?>> rows, DbTransaction transaction, CancellationToken cancellationToken) =>
        CopyAsync(new CellRows(rows), $"{schema}.{table}", SqlBulkCopyOptions.CheckConstraints, transaction, progress: null, cancellationToken);

    /// <summary>Streams rows into a table: as the reader gives them, a batch in memory at a time.</summary>
    public async Task CopyAsync(
        DbDataReader rows, string table, SqlBulkCopyOptions how, DbTransaction transaction, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var copy = new SqlBulkCopy(_connection, how, (SqlTransaction)transaction)
        {
            DestinationTableName = table,
            BatchSize = options.BulkBatchRows,
            BulkCopyTimeout = options.BulkTimeoutSeconds,
            NotifyAfter = progress is null ? 0 : options.BulkBatchRows,
        };
        for (var i = 0; i < rows.FieldCount; i++) copy.ColumnMappings.Add(i, i);
        if (progress is not null) copy.SqlRowsCopied += (_, copied) => progress.Report(copied.RowsCopied);
        await copy.WriteToServerAsync(rows, cancellationToken);
    }
}
