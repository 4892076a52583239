using System.Data.Common;

namespace Etl.Export;

/// <summary>Which rows of a dataset are wanted. What is asked of a column that the dataset lacks holds for all.</summary>
/// <param name="Codes">The code that a column has to have; null for any.</param>
/// <param name="Search">What a device's name, serial number or id has to contain, without case; null for anything.</param>
public sealed record RowFilter(IReadOnlyList<(string Column, string? Code)> Codes, string? Search)
{
    private static readonly string[] Searched = ["device_name", "serial_number", "device_id"];

    /// <summary>Whether the row that a reader stands on is wanted; null where every row is.</summary>
    internal Func<DbDataReader, bool>? Of(DbDataReader reader)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, StringComparer.Ordinal);
        (int Column, string Code)[] codes = [.. Codes.Where(wanted => wanted.Code is not null && columns.ContainsKey(wanted.Column)).Select(wanted => (columns[wanted.Column], wanted.Code!))];
        int[] searched = Search is null ? [] : [.. Searched.Where(columns.ContainsKey).Select(name => columns[name])];
        if (codes.Length == 0 && searched.Length == 0) return null;
        return row => Array.TrueForAll(codes, wanted => Text(row, wanted.Column) == wanted.Code)
            && (searched.Length == 0 || Array.Exists(searched, column => Text(row, column)?.Contains(Search!, StringComparison.OrdinalIgnoreCase) is true));
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
