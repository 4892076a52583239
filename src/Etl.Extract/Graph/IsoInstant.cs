using System.Globalization;
using System.Text;
using System.Text.Json;
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

    /// <summary>The forms that Graph writes; false for rarer ones, which the other overload knows.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset instant)
    {
        instant = default;
        if (reader.ValueIsEscaped || !reader.TryGetDateTime(out var dateTime)) return false;

        // An offset makes the reader convert to this machine's time zone: such a text is read again with its offset.
        if (dateTime.Kind == DateTimeKind.Local) return ReadWithOffset(ref reader, out instant);
        instant = new DateTimeOffset(DateTime.SpecifyKind(dateTime, DateTimeKind.Utc));
        return true;
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
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

    private static bool ReadWithOffset(ref Utf8JsonReader reader, out DateTimeOffset instant)
    {
        var isRead = reader.TryGetDateTimeOffset(out instant);
        instant = instant.ToUniversalTime();
        return isRead;
    }
}
