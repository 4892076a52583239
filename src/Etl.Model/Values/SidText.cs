using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Etl.Model.Values;

/// <summary>
/// Security identifiers, as text <c>S-1-..</c> or as csvde writes their bytes. Layout of the bytes: [MS-DTYP] 2.4.2.2.
/// </summary>
public static class SidText
{
    private const int MaxSubAuthorities = 15;
    private const int MaxBytes = 8 + MaxSubAuthorities * 4;
    private const long MaxAuthority = (1L << 48) - 1;

    /// <summary>The SID in upper case, so that equal ones are equal text; null where the text is no SID.</summary>
    public static string? OrNull(string? text)
    {
        if (CleanText.OrNull(text) is not { } clean) return null;
        Span<byte> bytes = stackalloc byte[MaxBytes];
        if (HexText.TryRead(clean, bytes, out var written)) return FromBytes(bytes[..written]);
        return IsSid(clean) ? clean.ToUpperInvariant() : null;
    }

    /// <summary>Whether these bytes are a SID as Graph and AD write it: in upper case, without white space around.</summary>
    public static bool IsUsual(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("S-1-"u8)) return false;
        var (parts, digits, number) = (1, 0, 0L);
        foreach (var next in text[4..])
        {
            if (next == '-')
            {
                if (digits == 0 || ++parts > 1 + MaxSubAuthorities) return false;
                (digits, number) = (0, 0);
                continue;
            }

            if (!char.IsAsciiDigit((char)next)) return false;
            number = number * 10 + (next - '0');
            digits++;
            // An authority of more than 32 bits is a SID too, but none that anybody has seen.
            if (number > uint.MaxValue) return false;
        }

        return digits > 0;
    }

    private static bool IsSid(string text)
    {
        if (!text.StartsWith("S-1-", StringComparison.OrdinalIgnoreCase)) return false;
        var parts = 0;
        foreach (var range in text.AsSpan(4).Split('-'))
        {
            // The first part is the authority, of 48 bits; the others are of 32.
            var max = parts == 0 ? MaxAuthority : uint.MaxValue;
            var digits = text.AsSpan(4)[range];
            if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var part) || part > max) return false;
            parts++;
        }

        return parts <= 1 + MaxSubAuthorities;
    }

    private static string? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes[0] != 1 || bytes.Length != 8 + 4 * bytes[1]) return null;
        var authority = 0L;
        foreach (var b in bytes[2..8]) authority = authority << 8 | b;
        var text = new StringBuilder("S-1-").Append(authority.ToString(CultureInfo.InvariantCulture));
        for (var at = 8; at < bytes.Length; at += 4)
            text.Append('-').Append(BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]).ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
