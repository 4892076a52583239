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
    public static decimal? Change(IReadOnlyList<TrendDay> days, int since)
    {
        if (days is not [.., var last]) return null;
        var (from, to) = (last.SnapshotDate.AddDays(-since - 7), last.SnapshotDate.AddDays(-since));
        var before = days.LastOrDefault(day => day.SnapshotDate > from && day.SnapshotDate <= to);
        return Share.Change(last.Coverage, before?.Coverage);
    }
}
