using Etl.Extract.Archive;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Warehouse;

namespace Etl.Pipeline.Replay;

/// <summary>
/// Which archived runs rebuild a tenant from a day on: those whose devices the warehouse shows, and of a day whose devices it does not
/// show (a replay was killed, retention removed them, the warehouse was lost) the last one that was published.
/// </summary>
internal static class ReplayPlan
{
    /// <summary>The runs in the order of their days. Throws <see cref="EtlException"/> where a day has no archive to rebuild it from.</summary>
    public static IReadOnlyList<ArchivedRun> Make(string root, string tenant, DateOnly from, IReadOnlyList<SnapshotRun> published)
    {
        CheckDayBefore(tenant, from, published);
        var days = published.Where(day => day.SnapshotDate >= from).ToDictionary(day => day.SnapshotDate);
        var archived = ArchiveFolder.DaysOf(root, tenant).Where(day => day.Day >= from).ToDictionary(day => day.Day, day => day.Folder);
        var runs = new List<ArchivedRun>();
        foreach (var day in days.Keys.Union(archived.Keys).Order())
            if (days.TryGetValue(day, out var shown) && shown.RunId is { } runId) runs.Add(Shown(root, tenant, day, runId));
            else if (archived.TryGetValue(day, out var folder) && LastPublished(folder, tenant) is { } last) runs.Add(last);
            else if (shown is not null) throw NoArchive(tenant, day, ", and its devices were removed by retention");
        return runs.Count > 0 ? runs : throw new EtlException(Stage.Load,
            $"{tenant} has no published day from {from:yyyy-MM-dd} on, neither in the warehouse nor in the archive under {root}: there is nothing to replay.");
    }

    private static ArchivedRun Shown(string root, string tenant, DateOnly day, Guid runId)
    {
        var folder = ArchiveFolder.Of(root, tenant, day, runId);
        return ArchivedRun.Open(folder) ?? throw NoArchive(tenant, day, $" ({folder})");
    }

    private static EtlException NoArchive(string tenant, DateOnly day, string detail) => new(Stage.Load,
        $"{day:yyyy-MM-dd} of {tenant} has no archive{detail}, so that it could not be put back; nothing was taken away. "
        + "Replay from a later day on, or restore the folder from a backup.");

    private static ArchivedRun? LastPublished(string folder, string tenant) => Directory.EnumerateDirectories(folder)
        .Select(ArchivedRun.Open)
        .OfType<ArchivedRun>()
        .Where(run => run.Manifest.Tenant == tenant && run.Manifest.State == RunState.Published)
        .MaxBy(run => (run.Manifest.Started, run.Manifest.RunId));

    // The first day rebuilt is compared with the one before it.
    private static void CheckDayBefore(string tenant, DateOnly from, IReadOnlyList<SnapshotRun> published)
    {
        if (published.LastOrDefault(day => day.SnapshotDate < from) is not { RunId: null } before) return;
        throw new EtlException(Stage.Load,
            $"The devices of {before.SnapshotDate:yyyy-MM-dd}, with which those of {tenant} from {from:yyyy-MM-dd} on are compared, were removed by retention. "
            + "Nothing was taken away; replay from the day after a snapshot that is kept.");
    }
}
