-- One row per tenant and join type of its latest published day.
SELECT
    coverage.tenant,
    coverage.snapshot_date,
    join_type.code AS join_type,
    join_type.label,
    join_type.is_joined,
    CAST(SUM(coverage.devices) AS bigint) AS devices,
    CAST(SUM(coverage.enrolled) AS bigint) AS enrolled,
    CAST(SUM(coverage.in_scope) AS bigint) AS in_scope,
    CAST(SUM(coverage.covered) AS bigint) AS covered
FROM report.coverage_daily AS coverage
JOIN report.snapshot_day AS published
    ON published.tenant_key = coverage.tenant_key
    AND published.snapshot_date_key = coverage.snapshot_date_key
JOIN report.dim_join_type AS join_type ON join_type.code = coverage.join_type
WHERE published.is_latest = 1
    AND (@tenant IS NULL OR published.tenant = @tenant)
GROUP BY
    coverage.tenant,
    coverage.snapshot_date,
    join_type.code,
    join_type.label,
    join_type.is_joined,
    join_type.sort_order
ORDER BY
    coverage.tenant,
    join_type.sort_order;
