using Dapper;

namespace Etl.Warehouse;

/// <summary>Which days are published.</summary>
public static class SnapshotDays
{
    /// <summary>The key of a day in <c>dim.date</c> and in the facts.</summary>
    public static int KeyOf(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    /// <summary>Published days in the order of tenant and day, of one tenant or of all.</summary>
    public static async Task<IReadOnlyList<SnapshotDay>> ReadAsync(
        WarehouseSession session, string? tenant, CancellationToken cancellationToken) =>
        (await session.Connection.QueryAsync<SnapshotDay>(new CommandDefinition(
            session.Scripts["queries/snapshot_days.sql"], new { tenant }, cancellationToken: cancellationToken))).AsList();
}
