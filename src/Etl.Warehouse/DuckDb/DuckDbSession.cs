using System.Data.Common;
using Dapper;
using DuckDB.NET.Data;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse.DuckDb;

/// <summary>An open embedded warehouse.</summary>
public sealed class DuckDbSession(DuckDBConnection connection, SqlScripts scripts) : WarehouseSession(connection, scripts)
{
    public DuckDBConnection Embedded { get; } = connection;

    // By appender, not by INSERT: a held run can reject every row of a large source.
    public override Task AppendAsync(
        string schema, string table, IEnumerable<IReadOnlyList<object?>> rows, DbTransaction transaction, CancellationToken cancellationToken)
    {
        using var appender = Embedded.CreateAppender(schema, table);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = appender.CreateRow();
            foreach (var value in row) Append(line, value);
            line.EndRow();
        }

        return Task.CompletedTask;
    }

    public override async Task<DbCommand> StreamingQueryAsync(
        string script, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        var command = await base.StreamingQueryAsync(script, parameters, cancellationToken);
        ((DuckDBCommand)command).UseStreamingMode = true;
        // Rows are taken by one reader: a second thread would burn a core waiting for it.
        await Connection.ExecuteAsync(new CommandDefinition("SET threads = 1", cancellationToken: cancellationToken));
        return command;
    }

    private static void Append(IDuckDBAppenderRow row, object? value) => _ = value switch
    {
        null => row.AppendNullValue(),
        string text => row.AppendValue(text),
        int number => row.AppendValue(number),
        short number => row.AppendValue(number),
        Guid id => row.AppendValue(id),
        _ => throw new NotSupportedException($"A value of type {value.GetType()} has no way into a table."),
    };
}
