-- One row per tenant and published day.
CREATE OR ALTER VIEW report.snapshot_day AS
SELECT
    tenant.tenant,
    day.date AS snapshot_date,
    published.devices,
    CAST(CASE
        WHEN published.snapshot_date_key = MAX(published.snapshot_date_key) OVER (PARTITION BY published.tenant_key) THEN 1
        ELSE 0
    END AS bit) AS is_latest,
    published.snapshot_date_key,
    published.tenant_key
FROM (
    SELECT
        coverage.tenant_key,
        coverage.snapshot_date_key,
        CAST(SUM(coverage.devices) AS bigint) AS devices
    FROM fact.coverage_daily AS coverage
    GROUP BY
        coverage.tenant_key,
        coverage.snapshot_date_key
) AS published
JOIN dim.tenant AS tenant ON tenant.tenant_key = published.tenant_key
JOIN dim.date AS day ON day.date_key = published.snapshot_date_key;
