using Dapper;

namespace Etl.Warehouse;

/// <summary>Which run is behind which day.</summary>
public static class SnapshotRuns
{
    /// <summary>The tenant's published days, in their order.</summary>
    public static Task<IReadOnlyList<SnapshotRun>> ReadAsync(IWarehouse warehouse, string tenant, CancellationToken cancellationToken) =>
        warehouse.UseAsync<IReadOnlyList<SnapshotRun>>(WarehouseAccess.Read, async session =>
            (await session.Connection.QueryAsync<SnapshotRun>(new CommandDefinition(
                session.Scripts["queries/snapshot_runs.sql"], new { tenant }, cancellationToken: cancellationToken))).AsList(), cancellationToken);
}
