-- One row per published day up to one: the devices that a filter shows, in one line.
SELECT
    coverage.snapshot_date,
    CAST(sum(coverage.devices) AS BIGINT) AS devices,
    CAST(sum(coverage.enrolled) AS BIGINT) AS enrolled,
    CAST(sum(coverage.in_scope) AS BIGINT) AS in_scope,
    CAST(sum(coverage.covered) AS BIGINT) AS covered
FROM report.coverage_daily AS coverage
WHERE coverage.tenant_key = $tenant_key
    AND coverage.snapshot_date_key <= $to_date_key
    AND ($join_type IS NULL OR coverage.join_type = $join_type)
    AND ($platform IS NULL OR coverage.platform = $platform)
    AND ($ownership IS NULL OR coverage.ownership = $ownership)
GROUP BY coverage.snapshot_date
ORDER BY coverage.snapshot_date;
