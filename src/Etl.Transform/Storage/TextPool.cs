using System.Text;

namespace Etl.Transform.Storage;

/// <summary>
/// Texts that are nearly all different (names, serials, SIDs), kept as UTF-8 end to end: a name of 15 characters costs 15 bytes
/// instead of a 52-byte string object and its work for the garbage collector.
/// </summary>
internal sealed class TextPool
{
    internal const int LongestText = 0xFFFFFF;
    private const int ChunkSize = 1 << 20;

    private readonly List<byte[]> _chunks = [];
    private int _used = ChunkSize;

    public TextRef Add(string? text)
    {
        if (string.IsNullOrEmpty(text)) return default;
        var length = Encoding.UTF8.GetByteCount(text);
        if (length > LongestText) throw new ArgumentException($"A text of {length} bytes is longer than any source's own limit.", nameof(text));
        if (length > ChunkSize) return AddAlone(text, length);
        if (_used + length > ChunkSize)
        {
            _chunks.Add(GC.AllocateUninitializedArray<byte>(ChunkSize));
            _used = 0;
        }

        var at = new TextRef(_chunks.Count - 1, _used, length);
        Encoding.UTF8.GetBytes(text, _chunks[^1].AsSpan(_used));
        _used += length;
        return at;
    }

    public string? Read(TextRef text) => text.IsNull ? null : Encoding.UTF8.GetString(_chunks[text.Chunk], text.Offset, text.Length);

    /// <summary>The text in <paramref name="buffer"/>, or in a string where it is longer than that; empty where there is none.</summary>
    public ReadOnlySpan<char> Read(TextRef text, Span<char> buffer) => text.IsNull ? default
        : text.Length > buffer.Length ? Read(text)
        : buffer[..Encoding.UTF8.GetChars(_chunks[text.Chunk].AsSpan(text.Offset, text.Length), buffer)];

    public int Compare(TextRef left, TextRef right) => string.CompareOrdinal(Read(left), Read(right));

    public void Clear()
    {
        _chunks.Clear();
        _used = ChunkSize;
    }

    private TextRef AddAlone(string text, int length)
    {
        _chunks.Add(Encoding.UTF8.GetBytes(text));
        _used = ChunkSize;
        return new TextRef(_chunks.Count - 1, 0, length);
    }
}
