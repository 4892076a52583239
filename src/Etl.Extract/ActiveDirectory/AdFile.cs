using System.IO.Compression;
using System.Text;
using Etl.Extract.Archive;

namespace Etl.Extract.ActiveDirectory;

/// <summary>
/// One export file. It is read more than once (archived and looked through, then parsed), so every reading checks that it is still
/// the file that was archived.
/// </summary>
internal sealed class AdFile(FileInfo info)
{
    private const int BlockBytes = 1 << 17;

    private readonly long _length = info.Length;
    private readonly DateTime _written = info.LastWriteTimeUtc;

    public string Path => info.FullName;
    public string Name => info.Name;
    public long Length => _length;

    /// <summary>Copies the bytes to <paramref name="entry"/> and finds out how they are encoded.</summary>
    public async Task<Encoding> ArchiveAsync(ArchiveEntry entry, Encoding configured, CancellationToken cancellationToken)
    {
        var scan = new AdEncodingScan();
        var cutOff = 0;
        await using (var source = OpenRead())
        await using (var target = TargetOf(entry))
        {
            var buffer = new byte[BlockBytes];
            int read;
            while ((read = await ReadAsync(source, buffer.AsMemory(cutOff), cancellationToken)) > 0)
            {
                await target.WriteAsync(buffer.AsMemory(cutOff, read), cancellationToken);
                cutOff = scan.Append(buffer, cutOff + read);
            }
        }

        ThrowIfChanged();
        await entry.CommitAsync(cancellationToken);
        return scan.Decide(cutOff, configured) ?? throw AdFault.Of(
            $"{Path} is not text: it holds NUL bytes. Expected a CSV export; if it is UTF-16 without a byte order mark, set " +
            "ActiveDirectory:Encoding to utf-16.");
    }

    public FileStream OpenRead()
    {
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, BlockBytes, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AdFault.Unreadable(Path, e);
        }
    }

    /// <summary>What was parsed must be what was archived.</summary>
    public void ThrowIfChanged()
    {
        info.Refresh();
        if (!info.Exists || info.Length != _length || info.LastWriteTimeUtc != _written)
        {
            throw AdFault.Of(
                $"{Path} was changed while it was read. Start the run again when the export has ended; best let the export write " +
                "another name and rename it at its end.");
        }
    }

    /// <summary>An archive that keeps nothing is not worth compressing for.</summary>
    private static Stream TargetOf(ArchiveEntry entry) =>
        entry.Content == Stream.Null ? Stream.Null : new GZipStream(entry.Content, CompressionLevel.Fastest, leaveOpen: true);

    private async Task<int> ReadAsync(FileStream source, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException e)
        {
            throw AdFault.Unreadable(Path, e);
        }
    }
}
