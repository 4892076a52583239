using System.Globalization;

namespace Etl.Model.Values;

/// <summary>
/// A share of devices, 0 to 1, and how it is written for people: in percent with one decimal, rounded once from the counts and half away
/// from zero. Page, console and message say the same of the same devices.
/// </summary>
public static class Share
{
    /// <summary>Null of nothing.</summary>
    public static decimal? Of(long part, long whole) => whole == 0 ? null : (decimal)part / whole;

    /// <summary><c>86.5 %</c>; <paramref name="ofNothing"/> where there is no share.</summary>
    public static string Percent(decimal? share, string ofNothing = "") => share is { } value ? Number(value) + " %" : ofNothing;

    /// <summary>The percent alone, <c>86.5</c>.</summary>
    public static string Number(decimal share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>
    /// What a share has gained since an earlier one, each to four places as <c>report.coverage_trend</c> has them; null where one is missing.
    /// </summary>
    public static decimal? Change(decimal? now, decimal? before) =>
        now is { } share && before is { } earlier ? Rounded(share) - Rounded(earlier) : null;

    /// <summary>How many more devices it takes until a part of the whole is a share of it.</summary>
    public static long Missing(double target, long part, long whole) => Math.Max(0, (long)Math.Ceiling((decimal)target * whole) - part);

    /// <summary><c>1 device</c>, <c>2 devices</c>, with <paramref name="more"/> between the two.</summary>
    public static string Devices(long count, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {more}{(count == 1 ? "device" : "devices")}");

    /// <summary>Percentage points, <c>+1.2</c>, that a share went up or down by.</summary>
    public static string Points(decimal change) => (100 * change).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    /// <summary>To four places, as files and programs have it.</summary>
    public static decimal Rounded(decimal share) => Math.Round(share, 4, MidpointRounding.AwayFromZero);
}
