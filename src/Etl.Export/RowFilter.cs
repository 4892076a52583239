using System.Data.Common;

namespace Etl.Export;

/// <summary>Which rows of a dataset are wanted. What is asked of a column that the dataset lacks holds for all.</summary>
/// <param name="Codes">The code that a column has to have, <c>true</c> or <c>false</c> of a flag; null for any.</param>
/// <param name="DeviceIds">The devices that are wanted; null for all.</param>
public sealed record RowFilter(IReadOnlyList<(string Column, string? Code)> Codes, IReadOnlySet<string>? DeviceIds)
{
    /// <summary>Whether the row that a reader stands on is wanted; null where every row is.</summary>
    internal Func<DbDataReader, bool>? Of(DbDataReader reader)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, StringComparer.Ordinal);
        (int Column, string Code)[] codes = [.. Codes.Where(wanted => wanted.Code is not null && columns.ContainsKey(wanted.Column)).Select(wanted => (columns[wanted.Column], wanted.Code!))];
        var devices = columns.TryGetValue("device_id", out var deviceId) ? DeviceIds : null;
        if (codes.Length == 0 && devices is null) return null;
        return row => Array.TrueForAll(codes, wanted => Text(row, wanted.Column) == wanted.Code)
            && (devices is null || devices.Contains(row.GetString(deviceId)));
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetValue(column) switch
    {
        bool flag => flag ? "true" : "false",
        var text => (string)text,
    };
}
