using System.Data.Common;
using Etl.Warehouse;

namespace Etl.Export;

/// <summary>One query of a dataset with its parameters.</summary>
internal sealed record ExportQuery(string Script, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    public DbCommand CommandOn(WarehouseSession session)
    {
        var command = session.Connection.CreateCommand();
        command.CommandText = session.Scripts[Script];
        foreach (var (name, value) in Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
