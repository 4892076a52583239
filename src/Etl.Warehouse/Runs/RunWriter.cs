using System.Data.Common;
using Dapper;
using Etl.Model.Runs;
using Etl.Model.Sources;

namespace Etl.Warehouse.Runs;

/// <summary>Writes one run with everything that belongs to it, in the transaction of whoever calls.</summary>
public static class RunWriter
{
    /// <summary>Replaces what the journal holds of the run.</summary>
    public static async Task WriteAsync(
        WarehouseSession session, DbTransaction transaction, RunRecord run, IEnumerable<RejectedRow> rejected, CancellationToken cancellationToken)
    {
        Task Execute(string script, object parameters) => session.ExecuteAsync(script, parameters, transaction, cancellationToken);

        await Execute("queries/record_run.sql", Parameters(run));
        foreach (var source in run.Sources)
            await Execute("queries/record_run_source.sql", Parameters(run.RunId, source));
        for (var i = 0; i < run.Quality.Count; i++)
            await Execute("queries/record_quality_result.sql", Parameters(run.RunId, i + 1, run.Quality[i]));
        await session.AppendAsync("ops", "rejected_row", rejected.Select((row, i) => Cells(run.RunId, i + 1, row)), transaction, cancellationToken);
    }

    /// <summary>Whether the journal knows that the run published its day.</summary>
    public static async Task<bool> IsPublishedAsync(WarehouseSession session, Guid runId, CancellationToken cancellationToken) =>
        await session.Connection.ExecuteScalarAsync<string>(new CommandDefinition(
            session.Scripts["queries/run_state.sql"], new { run_id = runId }, cancellationToken: cancellationToken)) == nameof(RunState.Published);

    private static object Parameters(RunRecord run) => new
    {
        run_id = run.RunId,
        tenant = run.Tenant,
        as_of_utc = run.AsOf.UtcDateTime,
        snapshot_date = run.SnapshotDate,
        state = run.State.ToString(),
        started_utc = run.Started.UtcDateTime,
        ended_utc = run.Ended?.UtcDateTime,
        devices = run.Devices,
        peak_memory_bytes = run.PeakMemoryBytes,
        error = run.Error,
    };

    private static object Parameters(Guid runId, RunSource source) => new
    {
        run_id = runId,
        source = source.Source.ToString(),
        rows_read = source.RowsRead,
        rows_used = source.RowsUsed,
        rows_superseded = source.RowsSuperseded,
        rows_duplicate = source.RowsDuplicate,
        rows_rejected = source.RowsRejected,
        pages = source.Pages,
        requests = source.Requests,
        retries = source.Retries,
        throttled_seconds = source.ThrottledSeconds,
        bytes = source.Bytes,
        control_count = source.ControlCount,
        seconds = source.Seconds,
    };

    private static object Parameters(Guid runId, int number, QualityResult result) => new
    {
        run_id = runId,
        check_number = number,
        code = result.Code,
        subject = result.Subject,
        severity = result.Severity.ToString(),
        expected = result.Expected,
        found = result.Found,
        passed = result.Passed,
    };

    private static object?[] Cells(Guid runId, int number, RejectedRow row) =>
        [runId, number, row.Source.ToString(), row.Position, row.Field, row.Reason, row.Raw];
}
