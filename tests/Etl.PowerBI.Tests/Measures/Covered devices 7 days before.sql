WITH earlier AS (
    SELECT latest.tenant_key, max(day.snapshot_date_key) AS snapshot_date_key
    FROM report.snapshot_day AS latest
    JOIN report.snapshot_day AS day
        ON day.tenant_key = latest.tenant_key
        AND day.snapshot_date <= latest.snapshot_date - 7
        AND day.snapshot_date > latest.snapshot_date - 14
    WHERE latest.is_latest = 1
    GROUP BY latest.tenant_key
)
SELECT count(*)
FROM report.fact_device_snapshot AS snapshot
JOIN earlier
    ON earlier.tenant_key = snapshot.tenant_key AND earlier.snapshot_date_key = snapshot.snapshot_date_key
WHERE snapshot.is_covered = 1;
