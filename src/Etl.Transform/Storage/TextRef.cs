namespace Etl.Transform.Storage;

/// <summary>Where a <see cref="TextPool"/> keeps a text; the default is null. Chunk 20 bits, offset 20 bits, length 24 bits.</summary>
internal readonly record struct TextRef(ulong Bits)
{
    public TextRef(int chunk, int offset, int length) : this((ulong)chunk << 44 | (ulong)offset << 24 | (uint)length)
    {
    }

    public bool IsNull => Bits == 0;
    public int Chunk => (int)(Bits >> 44);
    public int Offset => (int)(Bits >> 24) & 0xFFFFF;
    public int Length => (int)Bits & TextPool.LongestText;
}
