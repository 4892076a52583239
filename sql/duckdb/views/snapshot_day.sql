-- One row per tenant and published day.
CREATE OR REPLACE VIEW report.snapshot_day AS
SELECT
    tenant.tenant,
    day.date AS snapshot_date,
    published.devices,
    published.snapshot_date_key = max(published.snapshot_date_key) OVER (PARTITION BY published.tenant_key) AS is_latest,
    published.snapshot_date_key,
    published.tenant_key
FROM (
    SELECT
        coverage.tenant_key,
        coverage.snapshot_date_key,
        CAST(sum(coverage.devices) AS BIGINT) AS devices
    FROM fact.coverage_daily AS coverage
    GROUP BY
        coverage.tenant_key,
        coverage.snapshot_date_key
) AS published
JOIN dim.tenant AS tenant ON tenant.tenant_key = published.tenant_key
JOIN dim.date AS day ON day.date_key = published.snapshot_date_key;
