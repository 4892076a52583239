using System.Globalization;
using System.Text;
using Etl.Model.Runs;

namespace Etl.Pipeline.Replay;

/// <summary>Where in the archive a run's pages lie: tenant, day, run.</summary>
internal static class ArchiveFolder
{
    private const string DayForm = "yyyy-MM-dd";

    public static string Of(string root, RunRecord run) => Of(root, run.Tenant, run.SnapshotDate, run.RunId);

    public static string Of(string root, string tenant, DateOnly day, Guid runId) =>
        Path.Combine(root, Safe(tenant), day.ToString(DayForm, CultureInfo.InvariantCulture), runId.ToString("D"));

    /// <summary>The days of a tenant that have a folder, in their order. What is no day is not ours.</summary>
    public static IReadOnlyList<(DateOnly Day, string Folder)> DaysOf(string root, string tenant)
    {
        var folder = Path.Combine(root, Safe(tenant));
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateDirectories(folder)
            .Select(path => (IsDay: DateOnly.TryParseExact(Path.GetFileName(path), DayForm, out var day), Day: day, Folder: path))
            .Where(found => found.IsDay)
            .Select(found => (found.Day, found.Folder))
            .OrderBy(found => found.Day)];
    }

    // A tenant's name is the operator's own text; a file system takes less.
    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var c in name) safe.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_');
        return safe.ToString();
    }
}
