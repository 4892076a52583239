using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Etl.Model.Values;

namespace Etl.Extract.Graph;

/// <summary>Instants in ISO 8601, as UTC. One without an offset is UTC.</summary>
internal static class IsoInstant
{
    private const int MaxLength = 64;

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HHK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
        "yyyyMMdd'T'HHmmss.FFFFFFFK", "yyyyMMdd'T'HHmmK", "yyyyMMdd",
    ];

    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        if (TryReadUsual(text, out instant)) return true;
        Span<char> chars = stackalloc char[MaxLength];
        if (text.Length > MaxLength) return false;
        var length = Encoding.Latin1.GetChars(text, chars);
        if (InstantText.TryReadIso(chars[..length], TimeZoneInfo.Utc, out var iso))
        {
            instant = iso ?? default;
            return true;
        }

        for (var at = 0; at < length; at++) chars[at] = char.ToUpperInvariant(chars[at]);
        return DateTimeOffset.TryParseExact(chars[..length], Forms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }

    /// <summary>What Graph writes, <c>2026-03-02T08:41:10Z</c> with or without a fraction of up to seven digits; false for all else.</summary>
    private static bool TryReadUsual(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        const int seconds = 19, ticks = 7;
        instant = default;
        if (text.Length is <= seconds or > seconds + 1 + ticks + 1 || text[^1] != 'Z') return false;
        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return false;
        var areDigits = true;
        var year = Two(text, 0, ref areDigits) * 100 + Two(text, 2, ref areDigits);
        var (month, day) = (Two(text, 5, ref areDigits), Two(text, 8, ref areDigits));
        var (hour, minute, second) = (Two(text, 11, ref areDigits), Two(text, 14, ref areDigits), Two(text, 17, ref areDigits));
        if (!areDigits || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        var fraction = 0;
        if (text.Length > seconds + 1)
        {
            var digits = text[(seconds + 1)..^1];
            if (text[seconds] != '.' || !Utf8Parser.TryParse(digits, out uint number, out var length) || length < digits.Length) return false;
            fraction = (int)number;
            for (var missing = length; missing < ticks; missing++) fraction *= 10;
        }

        instant = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(fraction));
        return true;
    }

    private static int Two(ReadOnlySpan<byte> text, int at, ref bool areDigits)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        areDigits &= (uint)tens <= 9 && (uint)ones <= 9;
        return tens * 10 + ones;
    }
}
