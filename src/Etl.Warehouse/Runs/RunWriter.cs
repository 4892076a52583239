using System.Data.Common;
using Dapper;
using DuckDB.NET.Data;
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
        Task Execute(string script, object parameters) => session.Connection.ExecuteAsync(
            new CommandDefinition(session.Scripts[script], parameters, transaction, cancellationToken: cancellationToken));

        await Execute("queries/record_run.sql", Parameters(run));
        foreach (var source in run.Sources)
            await Execute("queries/record_run_source.sql", Parameters(run.RunId, source));
        for (var i = 0; i < run.Quality.Count; i++)
            await Execute("queries/record_quality_result.sql", Parameters(run.RunId, i + 1, run.Quality[i]));
        AppendRejected((DuckDBConnection)session.Connection, run.RunId, rejected, cancellationToken);
    }

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

    // By appender, not by INSERT: a held run can reject every row of a large source.
    private static void AppendRejected(
        DuckDBConnection connection, Guid runId, IEnumerable<RejectedRow> rejected, CancellationToken cancellationToken)
    {
        using var appender = connection.CreateAppender("ops", "rejected_row");
        var number = 0;
        foreach (var row in rejected)
        {
            cancellationToken.ThrowIfCancellationRequested();
            appender.CreateRow()
                .AppendValue(runId)
                .AppendValue(++number)
                .AppendValue(row.Source.ToString())
                .AppendValue(row.Position)
                .AppendValue(row.Field)
                .AppendValue(row.Reason)
                .AppendValue(row.Raw)
                .EndRow();
        }
    }
}
