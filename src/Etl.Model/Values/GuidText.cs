using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Etl.Model.Values;

/// <summary>GUIDs as the sources write them. Compared as <see cref="Guid"/>, never as text: case, braces and byte order differ.</summary>
public static class GuidText
{
    /// <summary>
    /// Reads the forms N, D, B and P of .NET in any case, and csvde's <c>X'..'</c> (16 bytes, little-endian as AD stores them).
    /// False for anything else and for the zero GUID, which sources write for "none" and which would join everything to everything.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Guid value)
    {
        text = text.Trim();
        if (!TryReadAny(text, out value)) value = Guid.Empty;
        return value != Guid.Empty;
    }

    /// <summary>As <see cref="TryRead"/>; null where it is false.</summary>
    public static Guid? OrNull(ReadOnlySpan<char> text) => TryRead(text, out var value) ? value : null;

    /// <summary>
    /// Reads form D, as Graph writes it and in any case, from ASCII bytes; the zero GUID too. False for all else, which
    /// <see cref="TryRead"/> may know.
    /// </summary>
    public static bool TryReadUsual(ReadOnlySpan<byte> text, out Guid value, out bool isLowerCase)
    {
        value = Guid.Empty;
        isLowerCase = false;
        if (text.Length != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return false;
        var middle = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[14..]) << 32 | BinaryPrimitives.ReadUInt32LittleEndian(text[9..]);
        var end = BinaryPrimitives.ReadUInt64LittleEndian(text[28..]);
        var third = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[24..]) << 32 | BinaryPrimitives.ReadUInt32LittleEndian(text[19..]);
        var first = Vector128.Create(BinaryPrimitives.ReadUInt64LittleEndian(text), middle).AsByte();
        var second = Vector128.Create(third, end).AsByte();
        if (!TryReadHex(first, out var upper, out var isFirstLower) || !TryReadHex(second, out var lower, out var isSecondLower)) return false;
        isLowerCase = isFirstLower && isSecondLower;
        Span<byte> bytes = stackalloc byte[16];
        Vector128.Narrow(upper, lower).CopyTo(bytes);
        value = new Guid(bytes, bigEndian: true);
        return true;
    }

    /// <summary>Sixteen hexadecimal digits as eight numbers of two.</summary>
    private static bool TryReadHex(Vector128<byte> text, out Vector128<ushort> pairs, out bool isLowerCase)
    {
        var digit = text - Vector128.Create((byte)'0');
        var isDigit = Vector128.LessThanOrEqual(digit, Vector128.Create((byte)9));
        var letter = (text | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        var isLetter = Vector128.LessThanOrEqual(letter, Vector128.Create((byte)5));
        var isUpper = isLetter & Vector128.Equals(text & Vector128.Create((byte)0x20), Vector128<byte>.Zero);
        isLowerCase = Vector128.EqualsAll(isUpper, Vector128<byte>.Zero);
        var nibbles = Vector128.ConditionalSelect(isDigit, digit, letter + Vector128.Create((byte)10)).AsUInt16();
        pairs = (nibbles & Vector128.Create((ushort)0x000F)) << 4 | nibbles >>> 8;
        return Vector128.EqualsAll(isDigit | isLetter, Vector128<byte>.AllBitsSet);
    }

    private static bool TryReadAny(ReadOnlySpan<char> text, out Guid value)
    {
        value = Guid.Empty;
        switch (text.Length)
        {
            case 32:
                return Guid.TryParseExact(text, "N", out value);
            case 36:
                return IsHexAndDashes(text) && Guid.TryParseExact(text, "D", out value);
            case 38 when text is ['{', .., '}'] or ['(', .., ')']:
                return TryReadAny(text[1..^1], out value);
            case 35:
                Span<byte> bytes = stackalloc byte[16];
                if (!HexText.TryRead(text, bytes, out var written) || written != 16) return false;
                value = new Guid(bytes);
                return true;
            default:
                return false;
        }
    }

    /// <summary>.NET also takes signs and 0x inside the parts, for the sake of its oldest versions.</summary>
    private static bool IsHexAndDashes(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c) && c != '-') return false;
        }

        return true;
    }
}
