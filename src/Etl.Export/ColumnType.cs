using System.Data.Common;

namespace Etl.Export;

internal static class ColumnType
{
    /// <summary>The type of a column's values. SqlClient gives a day as a DateTime unless asked.</summary>
    public static Type Of(DbDataReader reader, int column) =>
        reader.GetDataTypeName(column).Equals("date", StringComparison.OrdinalIgnoreCase) ? typeof(DateOnly) : reader.GetFieldType(column);
}
