using System.Globalization;

namespace Etl.Warehouse.SqlServer;

/// <summary>Rows that come as lists of cells, known by their position in the table.</summary>
internal sealed class CellRows : BulkRows
{
    private readonly IEnumerator<IReadOnlyList<object?>> _rows;
    private readonly bool _hasFirst;
    private bool _isBeforeFirst = true;

    // The number of columns is asked for before the first row is.
    public CellRows(IEnumerable<IReadOnlyList<object?>> rows)
    {
        _rows = rows.GetEnumerator();
        _hasFirst = _rows.MoveNext();
    }

    public override bool HasRows => _hasFirst;
    public override int FieldCount => _hasFirst ? _rows.Current.Count : 0;

    public override bool Read()
    {
        if (!_isBeforeFirst) return _rows.MoveNext();
        _isBeforeFirst = false;
        return _hasFirst;
    }

    public override object GetValue(int ordinal) => _rows.Current[ordinal] ?? DBNull.Value;

    public override bool IsDBNull(int ordinal) => _rows.Current[ordinal] is null;

    public override string GetName(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);

    public override int GetOrdinal(string name) => int.Parse(name, CultureInfo.InvariantCulture);

    public override Type GetFieldType(int ordinal) => _rows.Current[ordinal]?.GetType() ?? typeof(string);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _rows.Dispose();
        base.Dispose(disposing);
    }
}
