-- One row per tenant and published day: the whole tenant, and how its coverage has moved.
SELECT
    tenant,
    snapshot_date,
    devices,
    covered,
    in_scope,
    coverage,
    coverage_all,
    coverage_change_7_days,
    coverage_change_28_days,
    coverage_target,
    gap_to_target
FROM report.coverage_trend
WHERE @tenant IS NULL OR tenant = @tenant
ORDER BY
    tenant,
    snapshot_date;
