-- One row per tenant and published day: the whole tenant in one line.
SELECT
    coverage.tenant,
    coverage.snapshot_date,
    CAST(sum(coverage.devices) AS BIGINT) AS devices,
    CAST(sum(coverage.enrolled) AS BIGINT) AS enrolled,
    CAST(sum(coverage.in_scope) AS BIGINT) AS in_scope,
    CAST(sum(coverage.covered) AS BIGINT) AS covered,
    CAST(sum(coverage.compliant) AS BIGINT) AS compliant,
    CAST(sum(coverage.stale) AS BIGINT) AS stale
FROM report.coverage_daily AS coverage
WHERE $tenant IS NULL OR coverage.tenant = $tenant
GROUP BY
    coverage.tenant,
    coverage.snapshot_date
ORDER BY
    coverage.tenant,
    coverage.snapshot_date;
