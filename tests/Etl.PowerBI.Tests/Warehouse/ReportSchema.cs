using Dapper;
using Etl.Warehouse;

namespace Etl.PowerBI.Tests.Warehouse;

/// <summary>The columns that readers see, asked of a migrated warehouse in a way that every store answers.</summary>
internal static class ReportSchema
{
    private const string Query =
        """
        SELECT table_name AS "View", column_name AS "Name", data_type AS "DataType"
        FROM information_schema.columns
        WHERE table_schema = 'report'
        ORDER BY table_name, ordinal_position
        """;

    public static Task<IReadOnlyList<ReportColumn>> ReadAsync(IWarehouse warehouse, CancellationToken cancellationToken) =>
        warehouse.UseAsync<IReadOnlyList<ReportColumn>>(WarehouseAccess.Read, async session =>
            (await session.Connection.QueryAsync<ReportColumn>(new CommandDefinition(Query, cancellationToken: cancellationToken))).AsList(), cancellationToken);
}
