using System.Globalization;

namespace Etl.Simulator.ActiveDirectory;

/// <summary>Instants as the formats write them. The patterns stand here, because cultures change from one machine to the next.</summary>
internal static class AdDates
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    public static string RoundTrip(DateTime? instant) => Text(instant, "o");

    public static string Norwegian(DateTime? instant) => Text(Local(instant), "dd.MM.yyyy HH:mm:ss");

    public static string American(DateTime? instant) => Text(Local(instant), "M/d/yyyy h:mm:ss tt");

    public static string GeneralizedTime(DateTime? instant) => Text(instant, "yyyyMMddHHmmss'.0Z'");

    /// <summary>Directories write 0 for never.</summary>
    public static string FileTime(DateTime? instant) => (instant?.ToFileTimeUtc() ?? 0).ToString(CultureInfo.InvariantCulture);

    private static DateTime? Local(DateTime? instant) =>
        instant is { } value ? TimeZoneInfo.ConvertTimeFromUtc(value, Oslo) : null;

    private static string Text(DateTime? instant, string pattern) =>
        instant?.ToString(pattern, CultureInfo.InvariantCulture) ?? "";
}
