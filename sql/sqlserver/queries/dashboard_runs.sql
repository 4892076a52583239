-- The latest runs, newest first, with what they read of all sources together.
SELECT TOP (@take)
    run.run_id,
    run.tenant,
    run.snapshot_date,
    run.state,
    run.started_utc,
    run.ended_utc,
    run.devices,
    run.error,
    CAST(COALESCE(SUM(run.rows_read), 0) AS bigint) AS rows_read,
    CAST(COALESCE(SUM(run.rows_rejected), 0) AS bigint) AS rows_rejected,
    COALESCE(MAX(warned.warnings), 0) AS warnings
FROM report.runs AS run
LEFT JOIN (
    SELECT run_id, COUNT_BIG(*) AS warnings
    FROM report.quality
    WHERE passed = 0
        AND severity = 'Warn'
    GROUP BY run_id
) AS warned ON warned.run_id = run.run_id
WHERE @tenant IS NULL OR run.tenant = @tenant
GROUP BY
    run.run_id,
    run.tenant,
    run.snapshot_date,
    run.state,
    run.started_utc,
    run.ended_utc,
    run.devices,
    run.error
ORDER BY
    run.started_utc DESC,
    CAST(run.run_id AS char(36)) COLLATE Latin1_General_100_BIN2 DESC;
