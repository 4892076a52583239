using DuckDB.NET.Data;

namespace Etl.Warehouse.DuckDb;

/// <summary>The connection string of the embedded store, with our defaults where it is silent.</summary>
internal static class DuckDbConnectionText
{
    private const string DefaultMemoryLimit = "256MB";

    // Of who only reads. The views are joined so that an export of a million devices needs no more than a run's load may have beside its
    // records. Where large tenants share a file, the library can still take a day's facts for the smaller side and join them as a whole.
    private const string ReadOnlyMemoryLimit = "1GB";
    private const int MaxThreads = 4;

    // Of a new file. Each column of each table takes whole blocks, in memory too: in the library's own of 256 KiB a small tenant's
    // day costs half as much CPU again, and its file is four times the size. In blocks below 64 KiB the library does not pack bits, and
    // a large tenant's keys and instants take twice the disk.
    private const string BlockSizeKey = "default_block_size";
    private const int BlockSize = 65_536;

    // The library's threads spin while they wait for one another, and a load gives them little to share: a second one takes half as
    // much CPU again.
    private const int WriterThreads = 1;

    /// <summary>What is wrong with <paramref name="text"/>; null where nothing is.</summary>
    public static string? Fault(string text)
    {
        try
        {
            var file = new DuckDBConnectionStringBuilder { ConnectionString = text }.DataSource;
            if (string.IsNullOrWhiteSpace(file)) return "names no file; expected Data Source=FILE.";
            return file.StartsWith(':') ? $"names '{file}'; expected a file: a warehouse in memory is gone after the run." : null;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException)
        {
            return $"cannot be read ({error.Message}); expected Data Source=FILE.";
        }
    }

    /// <summary>The full path of the file.</summary>
    public static string FilePath(string text) =>
        Path.GetFullPath(new DuckDBConnectionStringBuilder { ConnectionString = text }.DataSource);

    /// <summary>What the native library gets. By itself it would take 80 % of the machine's memory and fetch extensions.</summary>
    /// <param name="opensForWriting">Whether a writer can join, whatever this access is.</param>
    /// <param name="file">The file to open in place of the one that the text names.</param>
    public static string For(string text, WarehouseAccess access, bool opensForWriting, string? file = null)
    {
        var builder = new DuckDBConnectionStringBuilder { ConnectionString = text };
        builder.DataSource = file ?? Path.GetFullPath(builder.DataSource);
        if (string.IsNullOrEmpty(builder.MemoryLimit)) builder.MemoryLimit = opensForWriting ? DefaultMemoryLimit : ReadOnlyMemoryLimit;
        builder.Threads ??= access == WarehouseAccess.Read ? Math.Min(MaxThreads, Environment.ProcessorCount) : WriterThreads;
        builder.PreserveInsertionOrder ??= false;
        builder.AutoinstallKnownExtensions ??= false;
        if (!builder.ContainsKey(BlockSizeKey)) builder[BlockSizeKey] = BlockSize;
        builder.AutoloadKnownExtensions ??= false;
        builder.AccessMode = opensForWriting ? DuckDBAccessMode.Automatic : DuckDBAccessMode.ReadOnly;
        return builder.ConnectionString;
    }
}
