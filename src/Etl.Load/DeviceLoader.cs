using System.Diagnostics;
using Etl.Load.Publishing;
using Etl.Load.Staging;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Warehouse;
using Etl.Warehouse.Runs;

namespace Etl.Load;

/// <summary>
/// Publishes the devices of a run: bulk into staging, checks, then staging to star and the run's journal in one transaction.
/// Readers see the day before or the whole day. Whenever it is killed, the warehouse is that of before.
/// </summary>
public sealed class DeviceLoader(IWarehouse warehouse, TimeProvider timeProvider)
{
    /// <summary>
    /// Publishes the day, in place of an earlier publish of it. Throws <see cref="EtlException"/>, with nothing published, where the
    /// tenant has published a later day or a check fails. Progress is counted in devices staged. Returns the run as it is in the journal.
    /// </summary>
    public Task<RunRecord> PublishAsync(Publication publication, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        RunRecord? sent = null;
        return warehouse.UseAsync(WarehouseAccess.Write, Publish, cancellationToken);

        async Task<RunRecord> Publish(WarehouseSession session)
        {
            // Begun again after all was sent: the commit may have been done, and its answer lost.
            if (sent is not null && await RunWriter.IsPublishedAsync(session, sent.RunId, cancellationToken)) return sent;
            var run = publication.Run;
            if (publication.Begin is { } begin) await begin(cancellationToken);
            var days = await DaysInOrderAsync(session, run, cancellationToken);
            var isKnownDay = days is [.., var latest] && latest.SnapshotDate == run.SnapshotDate;
            var previous = days.LastOrDefault(day => day.SnapshotDate < run.SnapshotDate);
            var devices = await StagingWriters.For(session).WriteAsync(publication, progress, cancellationToken);
            var parameters = new
            {
                run_id = run.RunId,
                tenant = run.Tenant,
                snapshot_date = run.SnapshotDate,
                snapshot_date_key = SnapshotDays.KeyOf(run.SnapshotDate),
                previous_date_key = previous?.SnapshotDateKey,
                coverage_target = publication.CoverageTarget,
            };
            var staged = await PublishChecks.RunAsync(session, transaction: null, "checks/staging", parameters, cancellationToken);

            await using var transaction = await session.Connection.BeginTransactionAsync(cancellationToken);
            if (isKnownDay) await session.ExecuteAsync("publish/take_back_days.sql", parameters, transaction, cancellationToken);
            foreach (var step in session.Scripts.In("publish").Where(step => char.IsAsciiDigit(step.ShortName[0])))
                await session.ExecuteAsync(step.Name, parameters, transaction, cancellationToken);
            var published = await PublishChecks.RunAsync(session, transaction, "checks/published", parameters, cancellationToken);
            if (!publication.MoreDaysFollow) await session.ExecuteAsync("publish/drop_freed_keys.sql", parameters, transaction, cancellationToken);
            await session.ExecuteAsync("publish/clear_staging.sql", parameters, transaction, cancellationToken);
            var outcome = run with
            {
                State = RunState.Published,
                Devices = devices,
                Ended = timeProvider.GetUtcNow(),
                PeakMemoryBytes = PeakMemory(),
                Quality = [.. run.Quality, .. staged, .. published],
            };
            await RunWriter.WriteAsync(session, transaction, outcome, publication.Rejected, cancellationToken);
            if (publication.Confirm is { } confirm) await confirm(cancellationToken);
            sent = outcome;
            await transaction.CommitAsync(cancellationToken);
            return outcome;
        }
    }

    /// <summary>
    /// Takes a tenant's day and all later ones away, as if they had never been published; readers see a shorter history. They can be
    /// published again in their order, and get the keys they had. Their runs stand in the journal as failed until then.
    /// </summary>
    public Task<bool> TakeBackAsync(string tenant, DateOnly from, CancellationToken cancellationToken)
    {
        return warehouse.UseAsync(WarehouseAccess.Write, TakeBack, cancellationToken);

        async Task<bool> TakeBack(WarehouseSession session)
        {
            var parameters = new
            {
                tenant,
                snapshot_date = from,
                snapshot_date_key = SnapshotDays.KeyOf(from),
                ended_utc = timeProvider.GetUtcNow().UtcDateTime,
                error = $"{RunRecord.TakenBack} --from {from:yyyy-MM-dd} --tenant {tenant}, which has not come this far again: run it once more.",
            };
            await using var transaction = await session.Connection.BeginTransactionAsync(cancellationToken);
            await session.ExecuteAsync("publish/take_back_runs.sql", parameters, transaction, cancellationToken);
            await session.ExecuteAsync("publish/take_back_days.sql", parameters, transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
    }

    /// <summary>
    /// Throws <see cref="EtlException"/> where the tenant has published a later day than the run's: asked before hours of reading, too.
    /// </summary>
    public Task EnsureInOrderAsync(RunRecord run, CancellationToken cancellationToken) =>
        warehouse.UseAsync(WarehouseAccess.Read, session => DaysInOrderAsync(session, run, cancellationToken), cancellationToken);

    private static async Task<IReadOnlyList<SnapshotDay>> DaysInOrderAsync(
        WarehouseSession session, RunRecord run, CancellationToken cancellationToken)
    {
        var published = await SnapshotDays.ReadAsync(session, run.Tenant, cancellationToken);
        if (published is not [.., var latest] || latest.SnapshotDate <= run.SnapshotDate) return published;
        throw new EtlException(Stage.Load,
            $"{run.Tenant} has published {latest.SnapshotDate:yyyy-MM-dd}, and days are published in order: {run.SnapshotDate:yyyy-MM-dd} "
            + $"comes too late. To rebuild that day and all later ones from the archive: "
            + $"etl replay --from {run.SnapshotDate:yyyy-MM-dd} --tenant {run.Tenant}");
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
