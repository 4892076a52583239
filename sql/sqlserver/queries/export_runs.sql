-- Dataset runs: one row per run and source.
SELECT
    run_id,
    tenant,
    as_of_utc,
    state,
    started_utc,
    ended_utc,
    source,
    rows_read,
    rows_used,
    rows_superseded,
    rows_duplicate,
    rows_rejected,
    pages,
    requests,
    retries,
    throttled_seconds,
    bytes,
    control_count,
    seconds,
    snapshot_date,
    devices,
    peak_memory_bytes,
    error
FROM report.runs
WHERE (@tenant IS NULL OR tenant = @tenant)
    AND (@from_date IS NULL OR snapshot_date >= @from_date)
    AND (@to_date IS NULL OR snapshot_date <= @to_date)
ORDER BY
    tenant,
    started_utc,
    CAST(run_id AS char(36)) COLLATE Latin1_General_100_BIN2,
    source;
