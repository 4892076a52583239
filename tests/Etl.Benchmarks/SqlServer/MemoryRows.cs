using System.Globalization;
using Etl.Warehouse.SqlServer;

namespace Etl.Benchmarks.SqlServer;

/// <summary>Rows that lie in memory, as a reader.</summary>
internal sealed class MemoryRows(IReadOnlyList<object[]> rows) : BulkRows
{
    private int _at = -1;

    public override int FieldCount => rows[0].Length;

    public override bool Read() => ++_at < rows.Count;

    public override object GetValue(int ordinal) => rows[_at][ordinal];

    public override bool IsDBNull(int ordinal) => rows[_at][ordinal] is DBNull;

    public override string GetName(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);

    public override int GetOrdinal(string name) => int.Parse(name, CultureInfo.InvariantCulture);

    public override Type GetFieldType(int ordinal) => rows[0][ordinal].GetType();
}
