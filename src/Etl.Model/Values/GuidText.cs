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
