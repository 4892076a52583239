using System.Collections;
using System.Data.Common;

namespace Etl.Warehouse.SqlServer;

/// <summary>
/// Rows on their way into a table, one at a time: what SqlBulkCopy asks a reader for. It takes a value as an object; a kind of row
/// whose values repeat hands out the same objects.
/// </summary>
#pragma warning disable CA1010 // A DbDataReader enumerates by IEnumerable alone.
public abstract class BulkRows : DbDataReader
#pragma warning restore CA1010
{
    public override int Depth => 0;
    public override bool HasRows => true;
    public override bool IsClosed => false;
    public override int RecordsAffected => -1;
    public override object this[int ordinal] => GetValue(ordinal);
    public override object this[string name] => GetValue(GetOrdinal(name));

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override bool NextResult() => false;

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override char GetChar(int ordinal) => throw Unused();

    public override decimal GetDecimal(int ordinal) => throw Unused();

    public override double GetDouble(int ordinal) => throw Unused();

    public override float GetFloat(int ordinal) => throw Unused();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw Unused();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw Unused();

    private static NotSupportedException Unused() => new("No table that is written in bulk has a column of this type.");
}
