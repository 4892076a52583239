using System.Buffers.Binary;
using System.Text;

namespace Etl.Extract.Graph;

/// <summary>
/// Lets equal texts share one string: a hundred thousand devices have a handful of models and versions. It holds a fixed number of
/// ASCII texts, the last seen at each place.
/// </summary>
internal sealed class TextCache
{
    private const int PlaceBits = 12;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private readonly (byte[] Bytes, string Text)[] _places = new (byte[], string)[1 << PlaceBits];

    /// <summary>The text of these bytes, of which there is at least one.</summary>
    public string Share(ReadOnlySpan<byte> ascii)
    {
        ref var place = ref _places[PlaceOf(ascii)];
        if (!ascii.SequenceEqual(place.Bytes)) place = (ascii.ToArray(), Encoding.ASCII.GetString(ascii));
        return place.Text;
    }

    // Of the first and last eight bytes: texts that differ in the middle alone take turns at one place.
    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        if (text.Length >= sizeof(ulong))
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(text) * Multiplier ^ BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
        else
            foreach (var b in text) hash = hash << 8 | b;
        return (int)(hash * Multiplier >> 64 - PlaceBits);
    }
}
