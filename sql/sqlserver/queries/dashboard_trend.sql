-- One row per published day up to one: the devices that a filter shows, in one line; zeros where it shows none.
SELECT
    published.snapshot_date,
    CAST(COALESCE(SUM(coverage.devices), 0) AS bigint) AS devices,
    CAST(COALESCE(SUM(coverage.enrolled), 0) AS bigint) AS enrolled,
    CAST(COALESCE(SUM(coverage.in_scope), 0) AS bigint) AS in_scope,
    CAST(COALESCE(SUM(coverage.covered), 0) AS bigint) AS covered
FROM report.snapshot_day AS published
LEFT JOIN report.coverage_daily AS coverage
    ON coverage.tenant_key = published.tenant_key
    AND coverage.snapshot_date_key = published.snapshot_date_key
    AND (@join_type IS NULL OR coverage.join_type = @join_type)
    AND (@platform IS NULL OR coverage.platform = @platform)
    AND (@ownership IS NULL OR coverage.ownership = @ownership)
WHERE published.tenant_key = @tenant_key
    AND published.snapshot_date_key <= @to_date_key
GROUP BY published.snapshot_date
ORDER BY published.snapshot_date;
