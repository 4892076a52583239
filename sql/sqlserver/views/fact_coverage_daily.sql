-- One row per snapshot date, tenant, join type, platform, ownership and scope that has devices.
CREATE OR ALTER VIEW report.fact_coverage_daily AS
SELECT
    coverage_daily.snapshot_date_key,
    coverage_daily.tenant_key,
    coverage_daily.join_type_key,
    coverage_daily.platform_key,
    coverage_daily.ownership_key,
    coverage_daily.scope_key,
    coverage_daily.devices,
    coverage_daily.enrolled,
    coverage_daily.in_scope,
    coverage_daily.covered,
    coverage_daily.compliant,
    coverage_daily.stale
FROM fact.coverage_daily AS coverage_daily;
