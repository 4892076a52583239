using System.Text;
using Etl.Model.Runs;

namespace Etl.Pipeline;

/// <summary>Where in the archive a run's pages lie: tenant, day, run.</summary>
internal static class ArchiveFolder
{
    public static string Of(string root, RunRecord run) =>
        Path.Combine(root, Safe(run.Tenant), run.SnapshotDate.ToString("O", System.Globalization.CultureInfo.InvariantCulture), run.RunId.ToString("D"));

    // A tenant's name is the operator's own text; a file system takes less.
    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var c in name) safe.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_');
        return safe.ToString();
    }
}
