using System.Collections.Concurrent;

namespace Etl.Warehouse.DuckDb;

/// <summary>
/// Who has a file open within this process. The native library shares one instance between connections of a process and keeps the
/// access of the first: a writer that joined readers could not write, so it waits until they have left. Readers may join a writer,
/// whose uncommitted work they do not see.
/// </summary>
internal sealed class DuckDbGate
{
    private static readonly ConcurrentDictionary<string, DuckDbGate> Gates = new(StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private int _open;
    private bool _isWritable;
    private bool _hasWriter;

    public static DuckDbGate For(string path) => Gates.GetOrAdd(path, _ => new DuckDbGate());

    /// <param name="opensForWriting">Whether the first to come opens the file so that a writer can join.</param>
    public bool TryEnter(WarehouseAccess access, bool opensForWriting)
    {
        lock (_lock)
        {
            var isWrite = access == WarehouseAccess.Write;
            if (isWrite && (_hasWriter || (_open > 0 && !_isWritable))) return false;
            if (_open++ == 0) _isWritable = opensForWriting;
            _hasWriter |= isWrite;
            return true;
        }
    }

    public void Leave(WarehouseAccess access)
    {
        lock (_lock)
        {
            _open--;
            if (access == WarehouseAccess.Write) _hasWriter = false;
        }
    }
}
