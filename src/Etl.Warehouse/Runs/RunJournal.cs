using Dapper;
using Etl.Model.Runs;
using Etl.Model.Sources;

namespace Etl.Warehouse.Runs;

/// <summary>The journal of runs in <c>ops</c>. A published run is written by the publish itself, in its transaction.</summary>
public sealed class RunJournal(IWarehouse warehouse)
{
    private const string Interrupted =
        "Interrupted: the run was killed or the machine went down before it had finished. Nothing of it was published.";

    /// <summary>
    /// Enters a run as <see cref="RunState.Running"/>. An earlier run of the tenant that still says so has been killed, since a
    /// tenant is run by one process at a time; it is marked as failed.
    /// </summary>
    public Task StartAsync(RunRecord run, CancellationToken cancellationToken)
    {
        return warehouse.UseAsync(WarehouseAccess.Write, Start, cancellationToken);

        async Task<bool> Start(WarehouseSession session)
        {
            await using var transaction = await session.Connection.BeginTransactionAsync(cancellationToken);
            await session.Connection.ExecuteAsync(new CommandDefinition(session.Scripts["queries/start_run.sql"], new
            {
                run_id = run.RunId,
                tenant = run.Tenant,
                as_of_utc = run.AsOf.UtcDateTime,
                snapshot_date = run.SnapshotDate,
                started_utc = run.Started.UtcDateTime,
                interrupted = Interrupted,
            }, transaction, cancellationToken: cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
    }

    /// <summary>
    /// Writes the outcome of a run that published nothing. False, with the journal as it was, where it knows that the run did publish:
    /// its commit was done, and the answer lost.
    /// </summary>
    public Task<bool> FinishAsync(RunRecord run, IEnumerable<RejectedRow> rejected, CancellationToken cancellationToken)
    {
        return warehouse.UseAsync(WarehouseAccess.Write, Finish, cancellationToken);

        async Task<bool> Finish(WarehouseSession session)
        {
            if (await RunWriter.IsPublishedAsync(session, run.RunId, cancellationToken)) return false;
            await using var transaction = await session.Connection.BeginTransactionAsync(cancellationToken);
            await RunWriter.WriteAsync(session, transaction, run, rejected, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
    }

    /// <summary>The latest runs, newest first, of one tenant or of all.</summary>
    public Task<IReadOnlyList<RunRecord>> ListAsync(string? tenant, int limit, CancellationToken cancellationToken) =>
        warehouse.UseAsync(WarehouseAccess.Read, session => ReadAsync(session, tenant, state: null, limit, cancellationToken), cancellationToken);

    /// <summary>The last run of the tenant that published, with what it read of each source; null before the first.</summary>
    public Task<RunRecord?> LastPublishedAsync(string tenant, CancellationToken cancellationToken) =>
        LastPublishedAsync(tenant, DateOnly.MaxValue, cancellationToken);

    /// <summary>The last run of the tenant that published a day up to <paramref name="to"/>; null where none did.</summary>
    public Task<RunRecord?> LastPublishedAsync(string tenant, DateOnly to, CancellationToken cancellationToken) =>
        warehouse.UseAsync<RunRecord?>(WarehouseAccess.Read, async session =>
            (await ReadAsync(session, tenant, RunState.Published, limit: 1, cancellationToken, to)).SingleOrDefault(), cancellationToken);

    /// <summary>The run of the tenant that says it has not ended; null where none does.</summary>
    public Task<RunRecord?> RunningAsync(string tenant, CancellationToken cancellationToken) =>
        warehouse.UseAsync<RunRecord?>(WarehouseAccess.Read, async session =>
            (await ReadAsync(session, tenant, RunState.Running, limit: 1, cancellationToken)).SingleOrDefault(), cancellationToken);

    /// <summary>The latest day that the tenant has published; null before the first.</summary>
    public Task<DateOnly?> LatestSnapshotDateAsync(string tenant, CancellationToken cancellationToken) =>
        warehouse.UseAsync(WarehouseAccess.Read, async session =>
            (await SnapshotDays.ReadAsync(session, tenant, cancellationToken)) is [.., var latest] ? latest.SnapshotDate : (DateOnly?)null,
            cancellationToken);

    private static async Task<IReadOnlyList<RunRecord>> ReadAsync(
        WarehouseSession session, string? tenant, RunState? state, int limit, CancellationToken cancellationToken, DateOnly? to = null)
    {
        await using var results = await session.Connection.QueryMultipleAsync(new CommandDefinition(
            session.Scripts["queries/list_runs.sql"], new { tenant, state = state?.ToString(), limit, to_date = to ?? DateOnly.MaxValue }, cancellationToken: cancellationToken));
        var runs = (await results.ReadAsync<RunRecord>()).ToList();
        var sources = (await results.ReadAsync<SourceRow>()).ToLookup(row => row.RunId, row => row.ToSource());
        var quality = (await results.ReadAsync<QualityRow>()).ToLookup(row => row.RunId, row => row.ToResult());
        return [.. runs.Select(run => run with { Sources = [.. sources[run.RunId]], Quality = [.. quality[run.RunId]] })];
    }

    private sealed record SourceRow
    {
        public required Guid RunId { get; init; }
        public required SourceKind Source { get; init; }
        public required long RowsRead { get; init; }
        public required long RowsUsed { get; init; }
        public required long RowsSuperseded { get; init; }
        public required long RowsDuplicate { get; init; }
        public required long RowsRejected { get; init; }
        public required int Pages { get; init; }
        public required int Requests { get; init; }
        public required int Retries { get; init; }
        public required double ThrottledSeconds { get; init; }
        public required long Bytes { get; init; }
        public long? ControlCount { get; init; }
        public required double Seconds { get; init; }

        public RunSource ToSource() => new()
        {
            Source = Source,
            RowsRead = RowsRead,
            RowsUsed = RowsUsed,
            RowsSuperseded = RowsSuperseded,
            RowsDuplicate = RowsDuplicate,
            RowsRejected = RowsRejected,
            Pages = Pages,
            Requests = Requests,
            Retries = Retries,
            ThrottledSeconds = ThrottledSeconds,
            Bytes = Bytes,
            ControlCount = ControlCount,
            Seconds = Seconds,
        };
    }

    private sealed record QualityRow
    {
        public required Guid RunId { get; init; }
        public required string Code { get; init; }
        public string? Subject { get; init; }
        public required QualitySeverity Severity { get; init; }
        public required string Expected { get; init; }
        public required string Found { get; init; }
        public required bool Passed { get; init; }

        public QualityResult ToResult() => new(Code, Subject, Severity, Expected, Found, Passed);
    }
}
