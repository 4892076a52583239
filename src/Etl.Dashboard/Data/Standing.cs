using System.Globalization;
using Etl.Model.Runs;
using Etl.Warehouse;

namespace Etl.Dashboard.Data;

/// <summary>What is said of a latest day that should not be the latest any more.</summary>
public static class Standing
{
    private const int MostDays = 2;

    /// <summary>Null where there is nothing to say: of a day that is not the latest, or of one that is fresh.</summary>
    /// <param name="last">The tenant's last run that has ended.</param>
    public static string? Of(SnapshotDay shown, RunRow? last, DateOnly today)
    {
        if (!shown.IsLatest) return null;
        var age = today.DayNumber - shown.SnapshotDate.DayNumber;
        var sentences = string.Join(' ', new[] { age > MostDays ? $"This day is {age} days old." : null, OfRun(shown, last) }.OfType<string>());
        return sentences.Length == 0 ? null : sentences;
    }

    // A run of an earlier day that failed leaves the latest as it should be.
    private static string? OfRun(SnapshotDay shown, RunRow? last)
    {
        if (last is null || last.SnapshotDate < shown.SnapshotDate) return null;
        var what = last.State switch { nameof(RunState.Failed) => "failed", nameof(RunState.Held) => "was held", _ => null };
        var why = last.Error?.Split('\n')[0].Trim();
        return what is null ? null : string.Create(
            CultureInfo.InvariantCulture, $"The last run, of {last.SnapshotDate:yyyy-MM-dd}, {what}{(string.IsNullOrEmpty(why) ? "." : ": " + why)}");
    }
}
