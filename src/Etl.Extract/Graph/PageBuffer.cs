using System.Buffers;

namespace Etl.Extract.Graph;

/// <summary>A byte array from the pool that grows to hold one page and is used again for the next.</summary>
internal sealed class PageBuffer : IDisposable
{
    /// <summary>A page is at most 1,000 records of a few kilobytes; far more is no page of Graph's.</summary>
    public const int MaxLength = 1 << 28;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 17);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public async Task ReadToEndAsync(Stream stream, CancellationToken cancellationToken)
    {
        Clear();
        while (true)
        {
            var read = await stream.ReadAsync(Free(), cancellationToken);
            if (read == 0) return;
            Length += read;
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var free = Free().Span;
            var length = Math.Min(free.Length, bytes.Length);
            bytes[..length].CopyTo(free);
            Length += length;
            bytes = bytes[length..];
        }
    }

    public Stream OpenRead() => new MemoryStream(_bytes, 0, Length, writable: false);

    public void Dispose()
    {
        Clear();
        var bytes = Interlocked.Exchange(ref _bytes, []);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
    }

    private Memory<byte> Free()
    {
        if (Length == _bytes.Length)
        {
            if (Length >= MaxLength) throw new InvalidDataException($"it is larger than {MaxLength >> 20} MiB");
            var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsMemory(Length);
    }
}
