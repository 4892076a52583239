using Dapper;

namespace Etl.Warehouse;

/// <summary>What of the warehouse is older than its limit, and takes it away.</summary>
public sealed class WarehouseRetention(IWarehouse warehouse)
{
    /// <summary>Days with devices before a day: never a tenant's two latest, and where asked not the last published one of a month.</summary>
    public Task<IReadOnlyList<ExpiredSnapshot>> ExpiredSnapshotsAsync(DateOnly before, bool keepMonthEnds, CancellationToken cancellationToken) =>
        warehouse.UseAsync<IReadOnlyList<ExpiredSnapshot>>(WarehouseAccess.Read, async session =>
            (await session.Connection.QueryAsync<ExpiredSnapshot>(new CommandDefinition(
                session.Scripts["queries/expired_snapshots.sql"],
                new { before_date = before, before_date_key = SnapshotDays.KeyOf(before), keep_month_ends = keepMonthEnds },
                cancellationToken: cancellationToken))).AsList(), cancellationToken);

    /// <summary>Removes the devices of a day, in a transaction of its own.</summary>
    public Task RemoveAsync(ExpiredSnapshot snapshot, CancellationToken cancellationToken) =>
        InTransactionAsync("queries/remove_snapshot.sql",
            new { tenant_key = snapshot.TenantKey, snapshot_date_key = snapshot.SnapshotDateKey }, cancellationToken);

    /// <summary>Rejected rows of runs that started before an instant.</summary>
    public Task<long> ExpiredRejectsAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        warehouse.UseAsync(WarehouseAccess.Read, session => session.Connection.ExecuteScalarAsync<long>(new CommandDefinition(
            session.Scripts["queries/count_expired_rejects.sql"], new { before_utc = before.UtcDateTime }, cancellationToken: cancellationToken)),
            cancellationToken);

    public Task RemoveRejectsAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        InTransactionAsync("queries/remove_expired_rejects.sql", new { before_utc = before.UtcDateTime }, cancellationToken);

    private Task<bool> InTransactionAsync(string script, object parameters, CancellationToken cancellationToken) =>
        warehouse.UseAsync(WarehouseAccess.Write, async session =>
        {
            await using var transaction = await session.Connection.BeginTransactionAsync(cancellationToken);
            await session.ExecuteAsync(script, parameters, transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }, cancellationToken);
}
