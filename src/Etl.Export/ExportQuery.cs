using System.Data.Common;
using Etl.Warehouse;

namespace Etl.Export;

/// <summary>One query of a dataset with its parameters.</summary>
internal sealed record ExportQuery(string Script, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    public Task<DbCommand> OpenAsync(WarehouseSession session, CancellationToken cancellationToken) =>
        session.StreamingQueryAsync(Script, Parameters, cancellationToken);
}
