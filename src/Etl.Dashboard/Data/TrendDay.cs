using System.Globalization;
using Etl.Model.Values;

namespace Etl.Dashboard.Data;

/// <summary>A published day in one line, of the devices that a filter shows.</summary>
public sealed record TrendDay
{
    public required DateOnly SnapshotDate { get; init; }
    public required long Devices { get; init; }
    public required long Enrolled { get; init; }
    public required long InScope { get; init; }
    public required long Covered { get; init; }

    public decimal? Coverage => Share.Of(Covered, InScope);

    /// <summary>
    /// What coverage has gained since so many days before the last day, or since the latest day of the week before that; null where
    /// nothing was published in that week. As <c>report.coverage_trend</c> has it of all devices: both shares to four places.
    /// </summary>
    public static decimal? Change(IReadOnlyList<TrendDay> days, int since) => Change(days, days.Count - 1, since);

    /// <summary>The same of any of the days, by its place among them.</summary>
    public static decimal? Change(IReadOnlyList<TrendDay> days, int place, int since) =>
        place < 0 ? null : Share.Change(days[place].Coverage, Before(days, place, since)?.Coverage);

    /// <summary>Why what the last day has gained is not known; null where it is.</summary>
    public static string? NoChange(IReadOnlyList<TrendDay> days, int since)
    {
        if (Change(days, since) is not null) return null;
        if (days is not [.., { Coverage: not null }]) return "nothing is in scope";
        if (days.Count == 1) return "there is no earlier day to compare with";
        return Before(days, days.Count - 1, since) is { } before
            ? string.Create(CultureInfo.InvariantCulture, $"nothing was in scope on {before.SnapshotDate:yyyy-MM-dd}")
            : string.Create(CultureInfo.InvariantCulture, $"no day of {since} to {since + 6} days before is published");
    }

    private static TrendDay? Before(IReadOnlyList<TrendDay> days, int place, int since)
    {
        var (from, to) = (days[place].SnapshotDate.AddDays(-since - 7), days[place].SnapshotDate.AddDays(-since));
        while (place >= 0 && days[place].SnapshotDate > to) place--;
        return place >= 0 && days[place].SnapshotDate > from ? days[place] : null;
    }
}
