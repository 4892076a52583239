using System.Globalization;
using Dapper;
using Etl.Warehouse;

namespace Etl.Load.Tests;

/// <summary>All rows of dim, fact and staging as text: what has to be the same after a repeated or killed run. Run ids aside.</summary>
internal static class WarehouseContents
{
    private const string Tables =
        "SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_schema IN ('dim', 'fact', 'staging') ORDER BY 1";

    public static Task<string> ReadAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        return warehouse.UseAsync(WarehouseAccess.Read, Read, cancellationToken);

        static async Task<string> Read(WarehouseSession session)
        {
            var lines = new List<string>();
            foreach (var table in await session.Connection.QueryAsync<string>(Tables))
            {
                var rows = await session.Connection.QueryAsync($"SELECT COLUMNS(c -> c <> 'run_id') FROM {table} ORDER BY ALL");
                lines.AddRange(rows.Cast<IDictionary<string, object?>>().Select(row =>
                    table + ": " + string.Join("|", row.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))));
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
