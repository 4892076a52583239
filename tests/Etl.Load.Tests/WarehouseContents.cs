using System.Globalization;
using Dapper;
using Etl.Warehouse;

namespace Etl.Load.Tests;

/// <summary>All rows of dim, fact and staging as text: what has to be the same after a repeated or killed run. Run ids aside.</summary>
internal static class WarehouseContents
{
    private const string Columns = """
        SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME
        FROM INFORMATION_SCHEMA.COLUMNS
        WHERE TABLE_SCHEMA IN ('dim', 'fact', 'staging') AND COLUMN_NAME <> 'run_id'
        ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION
        """;

    public static Task<string> ReadAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        return warehouse.UseAsync(WarehouseAccess.Read, Read, cancellationToken);

        static async Task<string> Read(WarehouseSession session)
        {
            var lines = new List<string>();
            var columns = await session.Connection.QueryAsync<(string Schema, string Table, string Column)>(Columns);
            foreach (var table in columns.GroupBy(column => $"{column.Schema}.{column.Table}"))
            {
                var rows = await session.Connection.QueryAsync($"SELECT {string.Join(", ", table.Select(column => column.Column))} FROM {table.Key}");
                lines.AddRange(rows.Cast<IDictionary<string, object?>>()
                    .Select(row => table.Key + ": " + string.Join("|", row.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))
                    .Order(StringComparer.Ordinal));
            }

            return string.Join('\n', lines);
        }
    }

    /// <summary>Compares two contents and tells the rows that differ, not the thousands that do not.</summary>
    public static void ShouldHaveTheRowsOf(this string actual, string expected)
    {
        var found = actual.Split('\n');
        var wanted = expected.Split('\n');
        found.Except(wanted).ShouldBe(wanted.Except(found));
        found.Length.ShouldBe(wanted.Length);
    }
}
