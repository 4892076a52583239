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

    /// <summary>Percentage points, <c>+1.2</c>, that a share went up or down by.</summary>
    public static string Points(decimal change) => (100 * change).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
