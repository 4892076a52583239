WITH earlier AS (
    SELECT latest.tenant_key, max(day.snapshot_date_key) AS snapshot_date_key
    FROM report.snapshot_day AS latest
    JOIN report.snapshot_day AS day
        ON day.tenant_key = latest.tenant_key
        AND day.snapshot_date <= latest.snapshot_date - 28
        AND day.snapshot_date > latest.snapshot_date - 35
    WHERE latest.is_latest = 1
    GROUP BY latest.tenant_key
)
SELECT CAST(sum(CASE WHEN snapshot.is_covered = 1 THEN 1 ELSE 0 END) AS DOUBLE PRECISION)
    / nullif(sum(CASE WHEN snapshot.is_in_scope = 1 THEN 1 ELSE 0 END), 0)
FROM report.fact_device_snapshot AS snapshot
JOIN earlier
    ON earlier.tenant_key = snapshot.tenant_key AND earlier.snapshot_date_key = snapshot.snapshot_date_key;
