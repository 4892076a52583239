using Etl.Model.Devices;
using Etl.Warehouse.SqlServer;

namespace Etl.Load.Staging.SqlServer;

/// <summary>Devices as rows of <c>staging.classified_device</c>, read one at a time and never held together.</summary>
internal sealed class DeviceRows(IEnumerable<ClassifiedDevice> devices) : BulkRows
{
    private readonly IEnumerator<ClassifiedDevice> _devices = devices.GetEnumerator();
    private readonly DeviceHash _hash = new();

    public int Count { get; private set; }

    public override int FieldCount => DeviceColumns.All.Length;

    public override bool Read()
    {
        if (!_devices.MoveNext()) return false;
        Count++;
        return true;
    }

    public override object GetValue(int ordinal) => DeviceColumns.All[ordinal].Value(_devices.Current, Count, _hash) ?? DBNull.Value;

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override string GetName(int ordinal) => DeviceColumns.All[ordinal].Name;

    public override int GetOrdinal(string name) => DeviceColumns.OrdinalOf(name);

    public override Type GetFieldType(int ordinal) => DeviceColumns.All[ordinal].Type;

    protected override void Dispose(bool disposing)
    {
        if (disposing) _devices.Dispose();
        base.Dispose(disposing);
    }
}
