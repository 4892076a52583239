using System.Globalization;

namespace Etl.Model.Values;

/// <summary>
/// Instants as Graph and AD write them, read as UTC. Sentinels for "never" are null: everything before 1990 (year 1, year 1601) and
/// in the year 9999, FILETIME 0 and its maximum.
/// </summary>
public static class InstantText
{
    /// <summary>What is before this year means never.</summary>
    public const int EarliestYear = 1990;

    private static readonly DateTimeOffset Earliest = new(EarliestYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly long MaxFileTime = DateTime.MaxValue.Ticks - DateTime.FromFileTimeUtc(0).Ticks;

    /// <summary>Null for the sentinels, else the instant.</summary>
    public static DateTimeOffset? WithoutSentinels(DateTimeOffset instant) =>
        instant < Earliest || instant >= Never ? null : instant;

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

    /// <summary>
    /// Reads LDAP generalized time, <c>20240115083000.0Z</c>; seconds and fraction may be absent, and an offset may stand for the Z.
    /// True with null for a sentinel.
    /// </summary>
    public static bool TryReadGeneralizedTime(ReadOnlySpan<char> text, out DateTimeOffset? value)
    {
        value = null;
        var digits = new DigitReader(text.Trim());
        if (!digits.TryTake(4, out var year) || !digits.TryTake(2, out var month) || !digits.TryTake(2, out var day)
            || !digits.TryTake(2, out var hour) || !digits.TryTake(2, out var minute)) return false;
        if (!digits.TryTake(2, out var second)) second = 0;
        if (!digits.TryTakeFraction(out var ticks) || !digits.TryTakeOffset(out var offset)) return false;
        if (!TryMake(year, month, day, hour, minute, second, ticks, out var local)) return false;
        value = FromUtcTicks(local.Ticks - offset.Ticks);
        return true;
    }

    /// <summary>
    /// Reads ISO 8601 in its extended form, <c>2026-11-16</c> with or without a time of day, the T or a blank before it, and in its basic
    /// form, <c>20261116T081244Z</c>. A text without an offset is local time in <paramref name="assumed"/>. True with null for a sentinel.
    /// </summary>
    public static bool TryReadIso(ReadOnlySpan<char> text, TimeZoneInfo assumed, out DateTimeOffset? value)
    {
        value = null;
        var digits = new DigitReader(text.Trim());
        if (!digits.TryTake(4, out var year)) return false;
        var isExtended = digits.TryTake('-');
        if (!digits.TryTake(2, out var month) || digits.TryTake('-') != isExtended || !digits.TryTake(2, out var day)) return false;
        int hour = 0, minute = 0, second = 0;
        var ticks = 0L;
        TimeSpan? offset = null;
        if (!digits.IsAtEnd)
        {
            if (!digits.TryTake('T') && !digits.TryTake('t') && !(isExtended && digits.TryTake(' '))) return false;
            if (!digits.TryTake(2, out hour) || digits.TryTake(':') != isExtended || !digits.TryTake(2, out minute)) return false;
            var hasSeconds = isExtended ? digits.TryTake(':') : digits.StartsWithDigit;
            if (hasSeconds && (!digits.TryTake(2, out second) || !digits.TryTakeFraction(out ticks))) return false;
            if (!digits.IsAtEnd)
            {
                if (!digits.TryTakeOffset(out var known)) return false;
                offset = known;
            }
        }

        if (!TryMake(year, month, day, hour, minute, second, ticks, out var local)) return false;
        value = offset is { } ahead ? FromUtcTicks(local.Ticks - ahead.Ticks) : FromLocal(local, assumed);
        return true;
    }

    /// <summary>
    /// The instant of a local time; null for a sentinel. A time that the clocks skip or show twice is read as standard time.
    /// </summary>
    public static DateTimeOffset? FromLocal(DateTime local, TimeZoneInfo zone)
    {
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return FromUtcTicks(unspecified.Ticks - (ReferenceEquals(zone, TimeZoneInfo.Utc) ? 0 : zone.GetUtcOffset(unspecified).Ticks));
    }

    private static bool TryMake(int year, int month, int day, int hour, int minute, int second, long ticks, out DateTime value)
    {
        value = default;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        value = new DateTime(year, month, day, hour, minute, second).AddTicks(ticks);
        return true;
    }

    private static DateTimeOffset? FromUtcTicks(long ticks) =>
        ticks < Earliest.Ticks || ticks > DateTime.MaxValue.Ticks ? null : WithoutSentinels(new DateTimeOffset(ticks, TimeSpan.Zero));
}
