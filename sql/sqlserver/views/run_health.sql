-- One row per tenant and source of its last published run: how old, how large, and which share of its devices another
-- inventory knows too.
CREATE OR ALTER VIEW report.run_health AS
WITH numbered_run AS (
    SELECT
        run.run_id,
        run.tenant,
        run.as_of_utc,
        run.ended_utc,
        ROW_NUMBER() OVER (
            PARTITION BY run.tenant
            ORDER BY run.started_utc DESC, CAST(run.run_id AS char(36)) COLLATE Latin1_General_100_BIN2 DESC) AS position
    FROM ops.run AS run
    WHERE run.state = 'Published'
),
latest_snapshot AS (
    SELECT
        published.tenant,
        SUM(CASE WHEN snapshot.in_entra = 1 THEN 1 ELSE 0 END) AS entra,
        SUM(CASE WHEN snapshot.in_entra = 1 AND (snapshot.in_intune = 1 OR snapshot.in_ad = 1) THEN 1 ELSE 0 END) AS entra_matched,
        SUM(CASE WHEN snapshot.in_intune = 1 THEN 1 ELSE 0 END) AS intune,
        SUM(CASE WHEN snapshot.in_intune = 1 AND (snapshot.in_entra = 1 OR snapshot.in_ad = 1) THEN 1 ELSE 0 END) AS intune_matched,
        SUM(CASE WHEN snapshot.in_ad = 1 THEN 1 ELSE 0 END) AS ad,
        SUM(CASE WHEN snapshot.in_ad = 1 AND (snapshot.in_entra = 1 OR snapshot.in_intune = 1) THEN 1 ELSE 0 END) AS ad_matched
    FROM fact.device_snapshot AS snapshot
    JOIN report.snapshot_day AS published
        ON published.tenant_key = snapshot.tenant_key
        AND published.snapshot_date_key = snapshot.snapshot_date_key
    WHERE published.is_latest = 1
    GROUP BY published.tenant
)
SELECT
    run.tenant,
    source.source,
    run.run_id,
    run.as_of_utc,
    run.ended_utc AS published_utc,
    CAST(DATEDIFF(second, run.as_of_utc, SYSUTCDATETIME()) / 3600.0 AS decimal(12, 1)) AS freshness_hours,
    source.rows_read,
    source.rows_used,
    source.rows_rejected,
    CASE source.source
        WHEN 'Entra' THEN CAST(latest.entra_matched AS float) / NULLIF(latest.entra, 0)
        WHEN 'Intune' THEN CAST(latest.intune_matched AS float) / NULLIF(latest.intune, 0)
        WHEN 'ActiveDirectory' THEN CAST(latest.ad_matched AS float) / NULLIF(latest.ad, 0)
    END AS match_rate
FROM numbered_run AS run
JOIN ops.run_source AS source ON source.run_id = run.run_id
LEFT JOIN latest_snapshot AS latest ON latest.tenant = run.tenant
WHERE run.position = 1;
