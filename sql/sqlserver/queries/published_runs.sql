-- The run that each published day is of, and when it was published: the last one that published it.
SELECT
    ranked.tenant,
    ranked.snapshot_date,
    ranked.run_id,
    ranked.ended_utc
FROM (
    SELECT
        run.tenant,
        run.snapshot_date,
        run.run_id,
        run.ended_utc,
        ROW_NUMBER() OVER (
            PARTITION BY run.tenant, run.snapshot_date
            ORDER BY run.ended_utc DESC, CAST(run.run_id AS char(36)) COLLATE Latin1_General_100_BIN2 DESC) AS position
    FROM report.runs AS run
    WHERE run.state = 'Published'
) AS ranked
WHERE ranked.position = 1;
