using System.Data.Common;
using Dapper;
using DuckDB.NET.Data;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse;

/// <summary>An open warehouse, inside <see cref="IWarehouse.UseAsync"/>.</summary>
/// <param name="Connection">Open. Its type says which store this is.</param>
/// <param name="Scripts">The SQL files in the dialect of the store.</param>
public sealed record WarehouseSession(DbConnection Connection, SqlScripts Scripts)
{
    /// <summary>A query for many rows, which come as they are read and are never held together.</summary>
    public async Task<DbCommand> StreamingQueryAsync(string script, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        var command = Connection.CreateCommand();
        command.CommandText = Scripts[script];
        if (command is DuckDBCommand embedded)
        {
            embedded.UseStreamingMode = true;
            // Rows are taken by one reader: a second thread would burn a core waiting for it.
            await Connection.ExecuteAsync(new CommandDefinition("SET threads = 1", cancellationToken: cancellationToken));
        }

        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
