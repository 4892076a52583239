using System.Buffers.Binary;
using System.Runtime.InteropServices;
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
        var digits = Vector256.Create(BinaryPrimitives.ReadUInt64LittleEndian(text), middle, third, end).AsByte();
        if (!TryReadHex(digits, out var bytes, out isLowerCase)) return false;
        value = new Guid(MemoryMarshal.AsBytes(new ReadOnlySpan<Vector128<byte>>(in bytes)), bigEndian: true);
        return true;
    }

    /// <summary>Thirty-two hexadecimal digits as sixteen bytes.</summary>
    private static bool TryReadHex(Vector256<byte> text, out Vector128<byte> bytes, out bool isLowerCase)
    {
        var digit = text - Vector256.Create((byte)'0');
        var isDigit = Vector256.LessThanOrEqual(digit, Vector256.Create((byte)9));
        var letter = (text | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a');
        var isLetter = Vector256.LessThanOrEqual(letter, Vector256.Create((byte)5));
        var isUpper = isLetter & Vector256.Equals(text & Vector256.Create((byte)0x20), Vector256<byte>.Zero);
        isLowerCase = isUpper == Vector256<byte>.Zero;
        var nibbles = Vector256.ConditionalSelect(isDigit, digit, letter + Vector256.Create((byte)10)).AsUInt16();
        var pairs = (nibbles & Vector256.Create((ushort)0x000F)) << 4 | nibbles >>> 8;
        bytes = Vector128.Narrow(pairs.GetLower(), pairs.GetUpper());
        return (isDigit | isLetter) == Vector256<byte>.AllBitsSet;
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
