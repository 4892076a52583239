-- One row per tenant and published day: the whole tenant in one line.
SELECT
    coverage.tenant,
    coverage.snapshot_date,
    CAST(SUM(coverage.devices) AS bigint) AS devices,
    CAST(SUM(coverage.enrolled) AS bigint) AS enrolled,
    CAST(SUM(coverage.in_scope) AS bigint) AS in_scope,
    CAST(SUM(coverage.covered) AS bigint) AS covered,
    CAST(SUM(coverage.compliant) AS bigint) AS compliant,
    CAST(SUM(coverage.stale) AS bigint) AS stale
FROM report.coverage_daily AS coverage
WHERE @tenant IS NULL OR coverage.tenant = @tenant
GROUP BY
    coverage.tenant,
    coverage.snapshot_date
ORDER BY
    coverage.tenant,
    coverage.snapshot_date;
