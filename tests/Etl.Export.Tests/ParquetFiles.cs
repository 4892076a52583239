using System.Globalization;
using DuckDB.NET.Data;

namespace Etl.Export.Tests;

/// <summary>Parquet files as DuckDB reads them.</summary>
internal static class ParquetFiles
{
    /// <summary>Header and rows, each value in the form that the contract gives it in CSV.</summary>
    public static List<List<string>> Records(string pattern, string columns = "*", string order = "") =>
        Query($"SELECT {columns} FROM read_parquet('{pattern}') {order}", reader =>
        {
            var ordinals = Enumerable.Range(0, reader.FieldCount).ToList();
            List<List<string>> records = [[.. ordinals.Select(reader.GetName)]];
            while (reader.Read()) records.Add([.. ordinals.Select(ordinal => Text(reader.GetValue(ordinal)))]);
            return records;
        });

    public static Dictionary<string, string> Types(string pattern) =>
        Query($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet('{pattern}'))", reader =>
        {
            Dictionary<string, string> types = new(StringComparer.Ordinal);
            while (reader.Read()) types.Add(reader.GetString(0), reader.GetString(1));
            return types;
        });

    public static long RowGroups(string file) =>
        Query($"SELECT num_row_groups FROM parquet_file_metadata('{file}')", reader => reader.Read() ? reader.GetInt64(0) : -1);

    private static T Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        return read((DuckDBDataReader)reader);
    }

    private static string Text(object value) => value switch
    {
        DBNull => "",
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.0000", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
