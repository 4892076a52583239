-- One row per tenant and source of its last published run: how old, how large, and which share of its devices another
-- inventory knows too.
CREATE OR REPLACE VIEW report.run_health AS
WITH numbered_run AS (
    SELECT
        run.run_id,
        run.tenant,
        run.as_of_utc,
        run.ended_utc,
        row_number() OVER (PARTITION BY run.tenant ORDER BY run.started_utc DESC, run.run_id DESC) AS position
    FROM ops.run AS run
    WHERE run.state = 'Published'
),
latest_snapshot AS (
    SELECT
        published.tenant,
        sum(CASE WHEN snapshot.in_entra THEN 1 ELSE 0 END) AS entra,
        sum(CASE WHEN snapshot.in_entra AND (snapshot.in_intune OR snapshot.in_ad) THEN 1 ELSE 0 END) AS entra_matched,
        sum(CASE WHEN snapshot.in_intune THEN 1 ELSE 0 END) AS intune,
        sum(CASE WHEN snapshot.in_intune AND (snapshot.in_entra OR snapshot.in_ad) THEN 1 ELSE 0 END) AS intune_matched,
        sum(CASE WHEN snapshot.in_ad THEN 1 ELSE 0 END) AS ad,
        sum(CASE WHEN snapshot.in_ad AND (snapshot.in_entra OR snapshot.in_intune) THEN 1 ELSE 0 END) AS ad_matched
    FROM fact.device_snapshot AS snapshot
    JOIN report.snapshot_day AS published
        ON published.tenant_key = snapshot.tenant_key
        AND published.snapshot_date_key = snapshot.snapshot_date_key
    WHERE published.is_latest
    GROUP BY published.tenant
)
SELECT
    run.tenant,
    source.source,
    run.run_id,
    run.as_of_utc,
    run.ended_utc AS published_utc,
    CAST((epoch(now()) - epoch(run.as_of_utc)) / 3600 AS DECIMAL(12, 1)) AS freshness_hours,
    source.rows_read,
    source.rows_used,
    source.rows_rejected,
    CASE source.source
        WHEN 'Entra' THEN CAST(latest.entra_matched AS DOUBLE) / nullif(latest.entra, 0)
        WHEN 'Intune' THEN CAST(latest.intune_matched AS DOUBLE) / nullif(latest.intune, 0)
        WHEN 'ActiveDirectory' THEN CAST(latest.ad_matched AS DOUBLE) / nullif(latest.ad, 0)
    END AS match_rate
FROM numbered_run AS run
JOIN ops.run_source AS source ON source.run_id = run.run_id
LEFT JOIN latest_snapshot AS latest ON latest.tenant = run.tenant
WHERE run.position = 1;
