using System.Globalization;

namespace Etl.Dashboard.Data;

/// <summary>Where a trend's days and shares stand in a chart: days by the calendar, shares from a whole ten per cent below the smallest.</summary>
public sealed class TrendScale
{
    private const int MostLabels = 5;
    private const double Least = 1;

    private readonly DateOnly _first;
    private readonly DateOnly _last;

    /// <param name="days">At least one, in order, all with devices in scope.</param>
    /// <param name="target">A share that is drawn too.</param>
    public TrendScale(IReadOnlyList<TrendDay> days, double? target)
    {
        (_first, _last) = (days[0].SnapshotDate, days[^1].SnapshotDate);
        List<double> percents = [.. days.Select(day => PercentOf(day.Coverage!.Value))];
        if (target is { } aim) percents.Add(100 * aim);
        Bottom = Math.Max(0, 10 * (int)Math.Floor((percents.Min() - Least) / 10));
        Top = Math.Min(100, Math.Max(Bottom + 10, 10 * (int)Math.Ceiling(percents.Max() / 10)));
    }

    /// <summary>Per cent at which the axis begins.</summary>
    public int Bottom { get; }

    public int Top { get; }

    /// <summary>The shares, in per cent, that have a line of their own.</summary>
    public IEnumerable<int> Lines
    {
        get
        {
            var step = Top - Bottom > 50 ? 20 : Top - Bottom > 20 ? 10 : Top - Bottom > 10 ? 5 : 2;
            for (var percent = Top; percent >= Bottom; percent -= step) yield return percent;
        }
    }

    /// <summary>Some days of the calendar, evenly apart, with the year where not all are of one.</summary>
    public IEnumerable<(DateOnly Day, string Label)> Labels
    {
        get
        {
            var span = _last.DayNumber - _first.DayNumber;
            var parts = Math.Clamp(span, 1, MostLabels - 1);
            var format = _first.Year == _last.Year ? "MM-dd" : "yyyy-MM-dd";
            return Enumerable.Range(0, parts + 1)
                .Select(part => _first.AddDays((int)Math.Round(span * part / (double)parts))).Distinct()
                .Select(day => (day, day.ToString(format, CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>How far to the right a day stands, 0 to 1.</summary>
    public double Across(DateOnly day) => _first == _last ? 0.5 : (day.DayNumber - _first.DayNumber) / (double)(_last.DayNumber - _first.DayNumber);

    /// <summary>How far down a share in per cent stands, 0 to 1.</summary>
    public double Down(double percent) => (Top - percent) / (Top - Bottom);

    public static double PercentOf(decimal share) => (double)Math.Round(100 * share, 1, MidpointRounding.AwayFromZero);
}
