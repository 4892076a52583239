-- The latest runs, newest first, with what they read of all sources together.
SELECT
    run.run_id,
    run.tenant,
    run.snapshot_date,
    run.state,
    run.started_utc,
    run.ended_utc,
    run.devices,
    run.error,
    CAST(coalesce(sum(run.rows_read), 0) AS BIGINT) AS rows_read,
    CAST(coalesce(sum(run.rows_rejected), 0) AS BIGINT) AS rows_rejected,
    coalesce(max(warned.warnings), 0) AS warnings
FROM report.runs AS run
LEFT JOIN (
    SELECT run_id, count(*) AS warnings
    FROM report.quality
    WHERE NOT passed
        AND severity = 'Warn'
    GROUP BY run_id
) AS warned ON warned.run_id = run.run_id
WHERE $tenant IS NULL OR run.tenant = $tenant
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
    run.run_id DESC
LIMIT $take;
