using System.Buffers.Binary;
using System.Runtime.Intrinsics;
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

    /// <summary>Before the others: short texts as they were written, each compared in one step, and what becomes of them.</summary>
    private readonly (Vector256<byte> Bytes, string? Text)[] _shortPlaces = new (Vector256<byte>, string?)[1 << PlaceBits];
    private readonly (byte[] Bytes, string Text)[] _places = new (byte[], string)[1 << PlaceBits];

    /// <summary>The text of these bytes up to the zeros at their end, without white space around; null where nothing is left.</summary>
    public string? Share(Vector256<byte> ascii)
    {
        ref var place = ref _shortPlaces[PlaceOf(ascii)];
        if (place.Bytes != ascii) place = (ascii, Clean(ascii));
        return place.Text;
    }

    /// <summary>The text of these bytes, of which there is at least one.</summary>
    public string Share(ReadOnlySpan<byte> ascii)
    {
        ref var place = ref _places[PlaceOf(ascii)];
        if (!ascii.SequenceEqual(place.Bytes)) place = (ascii.ToArray(), Encoding.ASCII.GetString(ascii));
        return place.Text;
    }

    private string? Clean(Vector256<byte> ascii)
    {
        Span<byte> bytes = stackalloc byte[Vector256<byte>.Count];
        ascii.CopyTo(bytes);
        var text = bytes.TrimEnd((byte)0);
        text = text[Ascii.Trim(text)];
        return text.IsEmpty ? null : Share(text);
    }

    private static int PlaceOf(Vector256<byte> text)
    {
        var halves = (text.GetLower() ^ text.GetUpper()).AsUInt64();
        return PlaceOf(halves[0] * Multiplier ^ halves[1]);
    }

    // Of the first and last eight bytes: texts that differ in the middle alone take turns at one place.
    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        if (text.Length >= sizeof(ulong))
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(text) * Multiplier ^ BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
        else
            foreach (var b in text) hash = hash << 8 | b;
        return PlaceOf(hash);
    }

    private static int PlaceOf(ulong hash) => (int)(hash * Multiplier >> 64 - PlaceBits);
}
