namespace Etl.Pipeline.Tests.Scheduling;

/// <summary>When a clock on the wall of a zone shows a time, told from the zone's own rules and without Quartz.</summary>
internal static class WallClock
{
    /// <summary>Where it shows the time twice, the first of both; where it skips it, the instant at which it was put forward.</summary>
    public static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time);
        while (zone.IsInvalidTime(shown)) shown = shown.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Max() : zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset);
    }
}
