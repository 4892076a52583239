-- What is kept of one day for good: one row per join type, platform and ownership that had devices.
SELECT
    coverage.join_type,
    coverage.platform,
    coverage.ownership,
    coverage.devices,
    coverage.enrolled,
    coverage.in_scope,
    coverage.covered
FROM report.coverage_daily AS coverage
WHERE coverage.tenant_key = @tenant_key
    AND coverage.snapshot_date_key = @snapshot_date_key;
