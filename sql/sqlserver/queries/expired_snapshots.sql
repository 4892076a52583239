-- Days whose devices are older than the limit: never a tenant's latest day nor the one that it is compared with when it is run again, and
-- where asked not the last one of a month.
WITH day AS (
    SELECT
        published.tenant_key,
        published.tenant,
        published.snapshot_date,
        published.snapshot_date_key,
        ROW_NUMBER() OVER (PARTITION BY published.tenant_key ORDER BY published.snapshot_date_key DESC) AS place_from_latest,
        MAX(published.snapshot_date_key) OVER (
            PARTITION BY published.tenant_key, YEAR(published.snapshot_date), MONTH(published.snapshot_date)) AS last_of_month_key
    FROM report.snapshot_day AS published
)
SELECT
    day.tenant,
    day.snapshot_date,
    day.tenant_key,
    day.snapshot_date_key,
    COUNT_BIG(*) AS devices
FROM day
JOIN fact.device_snapshot AS snapshot
    ON snapshot.tenant_key = day.tenant_key
    AND snapshot.snapshot_date_key = day.snapshot_date_key
WHERE day.snapshot_date < @before_date
    AND snapshot.snapshot_date_key < @before_date_key
    AND day.place_from_latest > 2
    AND (@keep_month_ends = 0 OR day.snapshot_date_key <> day.last_of_month_key)
GROUP BY
    day.tenant,
    day.snapshot_date,
    day.tenant_key,
    day.snapshot_date_key
ORDER BY
    day.tenant,
    day.snapshot_date;
