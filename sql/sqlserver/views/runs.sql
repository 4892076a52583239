-- One row per run and source; one row without a source for a run that read none.
CREATE OR ALTER VIEW report.runs AS
SELECT
    run.run_id,
    run.tenant,
    run.as_of_utc,
    run.state,
    run.started_utc,
    run.ended_utc,
    source.source,
    source.rows_read,
    source.rows_used,
    source.rows_superseded,
    source.rows_duplicate,
    source.rows_rejected,
    source.pages,
    source.requests,
    source.retries,
    source.throttled_seconds,
    source.bytes,
    source.control_count,
    source.seconds,
    run.snapshot_date,
    run.devices,
    run.peak_memory_bytes,
    run.error
FROM ops.run AS run
LEFT JOIN ops.run_source AS source ON source.run_id = run.run_id;
