-- One row per published day up to one: the devices that a filter shows, in one line.
SELECT
    coverage.snapshot_date,
    CAST(SUM(coverage.devices) AS bigint) AS devices,
    CAST(SUM(coverage.enrolled) AS bigint) AS enrolled,
    CAST(SUM(coverage.in_scope) AS bigint) AS in_scope,
    CAST(SUM(coverage.covered) AS bigint) AS covered
FROM report.coverage_daily AS coverage
WHERE coverage.tenant_key = @tenant_key
    AND coverage.snapshot_date_key <= @to_date_key
    AND (@join_type IS NULL OR coverage.join_type = @join_type)
    AND (@platform IS NULL OR coverage.platform = @platform)
    AND (@ownership IS NULL OR coverage.ownership = @ownership)
GROUP BY coverage.snapshot_date
ORDER BY coverage.snapshot_date;
