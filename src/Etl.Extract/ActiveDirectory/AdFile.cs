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
        // Compressing is work with hardly a wait in it, as parsing is.
        var encoding = await Task.Run(() => Copy(entry.Content, configured, cancellationToken), cancellationToken);
        ThrowIfChanged();
        await entry.CommitAsync(cancellationToken);
        return encoding ?? throw AdFault.Of(
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

    private Encoding? Copy(Stream content, Encoding configured, CancellationToken cancellationToken)
    {
        var scan = new AdEncodingScan();
        var cutOff = 0;
        using var source = OpenRead();
        using var target = Compressed(content);
        var buffer = new byte[BlockBytes];
        int read;
        while ((read = Read(source, buffer.AsSpan(cutOff))) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            target.Write(buffer, cutOff, read);
            cutOff = scan.Append(buffer, cutOff + read);
        }

        return scan.Decide(cutOff, configured);
    }

    /// <summary>An archive that keeps nothing is not worth compressing for.</summary>
    private static Stream Compressed(Stream content) =>
        content == Stream.Null ? Stream.Null : new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true);

    private int Read(FileStream source, Span<byte> buffer)
    {
        try
        {
            return source.Read(buffer);
        }
        catch (IOException e)
        {
            throw AdFault.Unreadable(Path, e);
        }
    }
}
