using System.Data.Common;
using Dapper;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse;

/// <summary>An open warehouse, inside <see cref="IWarehouse.UseAsync"/>. What differs between the stores is in its two kinds.</summary>
/// <param name="connection">Open.</param>
/// <param name="scripts">The SQL files in the dialect of the store.</param>
public abstract class WarehouseSession(DbConnection connection, SqlScripts scripts)
{
    public DbConnection Connection { get; } = connection;

    public SqlScripts Scripts { get; } = scripts;

    /// <summary>Does what a file of <c>publish/</c> or <c>queries/</c> says.</summary>
    public virtual Task<int> ExecuteAsync(string script, object parameters, DbTransaction? transaction, CancellationToken cancellationToken) =>
        Connection.ExecuteAsync(new CommandDefinition(Scripts[script], parameters, transaction, cancellationToken: cancellationToken));

    /// <summary>Adds rows to a table in bulk. A row has a value for each column, in the order of the table.</summary>
    public abstract Task AppendAsync(
        string schema, string table, IEnumerable<IReadOnlyList<object?>> rows, DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>A query for many rows, which come as they are read and are never held together.</summary>
    public virtual Task<DbCommand> StreamingQueryAsync(
        string script, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        var command = Connection.CreateCommand();
        command.CommandText = Scripts[script];
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return Task.FromResult(command);
    }
}
