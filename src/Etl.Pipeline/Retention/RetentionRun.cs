using Etl.Model.Errors;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Replay;
using Etl.Warehouse;

namespace Etl.Pipeline.Retention;

/// <summary>
/// Removes what is older than its limit: archived days of the configured tenants, rejected rows, and the devices of old snapshots.
/// Counted coverage, events and lifecycle stay. Safe to stop and to run again.
/// </summary>
public sealed class RetentionRun(EtlOptions options, IWarehouse warehouse, TimeProvider clock)
{
    private readonly WarehouseRetention _warehouse = new(warehouse);

    /// <param name="dryRun">Only tell what would go.</param>
    public async Task<RetentionResult> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var limits = options.Retention;
        var now = clock.GetUtcNow();
        var today = options.Warehouse.DayOf(now);

        var folders = limits.ArchiveDays == 0 ? [] : ExpiredFolders(today.AddDays(-limits.ArchiveDays));
        var bytes = folders.Sum(SizeOf);
        if (!dryRun) folders.ForEach(Remove);
        var isThere = await warehouse.ExistsAsync(cancellationToken);
        return new RetentionResult
        {
            ArchiveFolders = folders,
            ArchiveBytes = bytes,
            RejectedRows = isThere && limits.RejectedDays > 0 ? await RemoveRejectsAsync(now.AddDays(-limits.RejectedDays), dryRun, cancellationToken) : 0,
            Snapshots = isThere && limits.SnapshotDays > 0 ? await RemoveSnapshotsAsync(today.AddDays(-limits.SnapshotDays), dryRun, cancellationToken) : [],
        };
    }

    private List<string> ExpiredFolders(DateOnly before) => [.. options.Tenants
        .SelectMany(tenant => ArchiveFolder.DaysOf(options.Archive.Path, tenant.Name))
        .Where(day => day.Day < before)
        .Select(day => day.Folder)
        .Distinct(StringComparer.Ordinal)];

    private async Task<long> RemoveRejectsAsync(DateTimeOffset before, bool dryRun, CancellationToken cancellationToken)
    {
        var rows = await _warehouse.ExpiredRejectsAsync(before, cancellationToken);
        if (!dryRun && rows > 0) await _warehouse.RemoveRejectsAsync(before, cancellationToken);
        return rows;
    }

    private async Task<IReadOnlyList<ExpiredSnapshot>> RemoveSnapshotsAsync(DateOnly before, bool dryRun, CancellationToken cancellationToken)
    {
        var snapshots = await _warehouse.ExpiredSnapshotsAsync(before, options.Retention.KeepMonthEnds, cancellationToken);
        if (dryRun) return snapshots;
        foreach (var snapshot in snapshots) await _warehouse.RemoveAsync(snapshot, cancellationToken);
        return snapshots;
    }

    private static long SizeOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EtlException(Stage.Extract,
                $"{folder} of the archive cannot be removed ({e.Message.TrimEnd('.')}). Give this account the right to delete there, then run again.", e);
        }
    }
}
