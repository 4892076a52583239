using System.Globalization;

namespace Etl.Model.Values;

/// <summary>
/// Instants as Graph and AD write them, read as UTC. Sentinels for "never" are null: everything before 1990 (year 1, year 1601) and
/// in the year 9999, FILETIME 0 and its maximum.
/// </summary>
public static class InstantText
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly long MaxFileTime = DateTime.MaxValue.Ticks - DateTime.FromFileTimeUtc(0).Ticks;

    private static readonly string[] GeneralizedTimeForms =
        ["yyyyMMddHHmmss'.'f'Z'", "yyyyMMddHHmmss'.'ff'Z'", "yyyyMMddHHmmss'.'fff'Z'", "yyyyMMddHHmmss'Z'", "yyyyMMddHHmm'Z'"];

    /// <summary>Null for the sentinels, else the instant.</summary>
    public static DateTimeOffset? WithoutSentinels(DateTimeOffset instant) =>
        instant < Earliest || instant.Year >= 9999 ? null : instant;

    /// <summary>
    /// Reads a FILETIME: 100 ns ticks since 1601-01-01 UTC as an integer of 10 to 19 digits, or 0. True with null for a sentinel.
    /// </summary>
    public static bool TryReadFileTime(ReadOnlySpan<char> text, out DateTimeOffset? value)
    {
        value = null;
        text = text.Trim();
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)) return false;
        if (ticks is 0 or long.MaxValue) return true;
        if (text.Length < 10 || ticks > MaxFileTime) return false;
        value = WithoutSentinels(new DateTimeOffset(DateTime.FromFileTimeUtc(ticks)));
        return true;
    }

    /// <summary>Reads LDAP generalized time in UTC, <c>20240115083000.0Z</c>. True with null for a sentinel.</summary>
    public static bool TryReadGeneralizedTime(ReadOnlySpan<char> text, out DateTimeOffset? value)
    {
        value = null;
        if (!DateTimeOffset.TryParseExact(text.Trim(), GeneralizedTimeForms, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)) return false;
        value = WithoutSentinels(instant);
        return true;
    }
}
