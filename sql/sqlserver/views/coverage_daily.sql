-- One row per snapshot date, tenant, join type, platform and ownership that has devices.
-- Ratios are rounded half up to four decimals in whole numbers, which no store does differently.
CREATE OR ALTER VIEW report.coverage_daily AS
SELECT
    counted.snapshot_date,
    counted.tenant,
    counted.join_type,
    counted.platform,
    counted.ownership,
    counted.devices,
    counted.enrolled,
    counted.in_scope,
    counted.covered,
    CASE
        WHEN counted.in_scope > 0
            THEN CAST(CAST((20000 * counted.covered + counted.in_scope) / (2 * counted.in_scope) AS decimal(19, 0)) / 10000 AS decimal(5, 4))
    END AS coverage,
    CASE
        WHEN counted.devices > 0
            THEN CAST(CAST((20000 * counted.enrolled + counted.devices) / (2 * counted.devices) AS decimal(19, 0)) / 10000 AS decimal(5, 4))
    END AS coverage_all,
    counted.compliant,
    counted.stale,
    counted.snapshot_date_key,
    counted.tenant_key
FROM (
    SELECT
        day.date AS snapshot_date,
        tenant.tenant,
        join_type.code AS join_type,
        platform.code AS platform,
        ownership.code AS ownership,
        CAST(SUM(coverage.devices) AS bigint) AS devices,
        CAST(SUM(coverage.enrolled) AS bigint) AS enrolled,
        CAST(SUM(coverage.in_scope) AS bigint) AS in_scope,
        CAST(SUM(coverage.covered) AS bigint) AS covered,
        CAST(SUM(coverage.compliant) AS bigint) AS compliant,
        CAST(SUM(coverage.stale) AS bigint) AS stale,
        coverage.snapshot_date_key,
        coverage.tenant_key
    FROM fact.coverage_daily AS coverage
    JOIN dim.date AS day ON day.date_key = coverage.snapshot_date_key
    JOIN dim.tenant AS tenant ON tenant.tenant_key = coverage.tenant_key
    JOIN dim.join_type AS join_type ON join_type.join_type_key = coverage.join_type_key
    JOIN dim.platform AS platform ON platform.platform_key = coverage.platform_key
    JOIN dim.ownership AS ownership ON ownership.ownership_key = coverage.ownership_key
    GROUP BY
        day.date,
        tenant.tenant,
        join_type.code,
        platform.code,
        ownership.code,
        coverage.snapshot_date_key,
        coverage.tenant_key
) AS counted;
