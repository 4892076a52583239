-- The published days of a tenant and the run whose devices each shows; no run where retention has removed the devices.
SELECT
    published.snapshot_date,
    snapshot.run_id
FROM report.snapshot_day AS published
LEFT JOIN (
    SELECT DISTINCT tenant_key, snapshot_date_key, run_id
    FROM fact.device_snapshot
) AS snapshot
    ON snapshot.tenant_key = published.tenant_key
    AND snapshot.snapshot_date_key = published.snapshot_date_key
WHERE published.tenant = $tenant
ORDER BY published.snapshot_date;
