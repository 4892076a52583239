-- The latest runs, newest first, and what belongs to them: three results.
WITH latest_run AS (
    SELECT TOP (@limit) run_id, started_utc
    FROM ops.run
    WHERE (@tenant IS NULL OR tenant = @tenant)
        AND (@state IS NULL OR state = @state)
        AND snapshot_date <= @to_date
    ORDER BY
        started_utc DESC,
        CAST(run_id AS char(36)) COLLATE Latin1_General_100_BIN2 DESC
)
SELECT
    run.run_id,
    run.tenant,
    run.as_of_utc AS as_of,
    run.snapshot_date,
    run.state,
    run.started_utc AS started,
    run.ended_utc AS ended,
    run.devices,
    run.peak_memory_bytes,
    run.error
FROM ops.run AS run
JOIN latest_run AS latest ON latest.run_id = run.run_id
ORDER BY
    run.started_utc DESC,
    CAST(run.run_id AS char(36)) COLLATE Latin1_General_100_BIN2 DESC;

WITH latest_run AS (
    SELECT TOP (@limit) run_id, started_utc
    FROM ops.run
    WHERE (@tenant IS NULL OR tenant = @tenant)
        AND (@state IS NULL OR state = @state)
        AND snapshot_date <= @to_date
    ORDER BY
        started_utc DESC,
        CAST(run_id AS char(36)) COLLATE Latin1_General_100_BIN2 DESC
)
SELECT
    source.run_id,
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
    source.seconds
FROM ops.run_source AS source
JOIN latest_run AS latest ON latest.run_id = source.run_id
ORDER BY
    source.run_id,
    source.source;

WITH latest_run AS (
    SELECT TOP (@limit) run_id, started_utc
    FROM ops.run
    WHERE (@tenant IS NULL OR tenant = @tenant)
        AND (@state IS NULL OR state = @state)
        AND snapshot_date <= @to_date
    ORDER BY
        started_utc DESC,
        CAST(run_id AS char(36)) COLLATE Latin1_General_100_BIN2 DESC
)
SELECT
    result.run_id,
    result.code,
    result.subject,
    result.severity,
    result.expected,
    result.found,
    result.passed
FROM ops.quality_result AS result
JOIN latest_run AS latest ON latest.run_id = result.run_id
ORDER BY
    result.run_id,
    result.check_number;
