using System.Buffers.Binary;
using System.IO.Compression;

namespace Etl.Extract.Graph;

/// <summary>A response body twice: as it came over the wire, for the archive, and decompressed, for the parser.</summary>
internal sealed class PageBody : IDisposable
{
    /// <summary>What is decompressed in one go: nearly every page of Graph's as a whole.</summary>
    private const int BlockLength = 1 << 20;

    private readonly PageBuffer _wire = new();
    private readonly PageBuffer _plain = new();
    private readonly PageSink _sink;

    public PageBody() => _sink = new PageSink(_plain);

    public int WireLength => _wire.Length;

    public ReadOnlySpan<byte> Json
    {
        get
        {
            var text = IsGzip ? _plain.Span : _wire.Span;
            return text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        }
    }

    /// <summary>By its first bytes, as JSON never opens with them: a proxy may decompress and leave the header.</summary>
    private bool IsGzip => _wire.Span.StartsWith<byte>([0x1F, 0x8B]);

    /// <summary>A gzip stream ends in the length of its content, and .NET does not miss it. Others that read the archive would.</summary>
    private bool HasTrailer => BinaryPrimitives.ReadUInt32LittleEndian(_wire.Span[^4..]) == (uint)_plain.Length;

    /// <summary>Takes in a body. Throws <see cref="InvalidDataException"/> where it cannot be decompressed to its end.</summary>
    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        _plain.Clear();
        await _wire.ReadToEndAsync(stream, cancellationToken);
        if (!IsGzip) return;
        using var gzip = new GZipStream(_wire.OpenRead(), CompressionMode.Decompress);

        // Read from, it would take the body in by pieces of 8 KiB and copy its window at the end of each: a sixth more CPU.
        gzip.CopyTo(_sink, BlockLength);
    }

    /// <summary>Writes the body compressed: the bytes of the wire, unless the server did not compress or its trailer is missing.</summary>
    public async Task WriteGzipAsync(Stream target, CancellationToken cancellationToken)
    {
        if (IsGzip && HasTrailer)
        {
            await target.WriteAsync(_wire.Memory, cancellationToken);
            return;
        }

        await using var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        await gzip.WriteAsync(IsGzip ? _plain.Memory : _wire.Memory, cancellationToken);
    }

    public void Dispose()
    {
        _wire.Dispose();
        _plain.Dispose();
    }
}
