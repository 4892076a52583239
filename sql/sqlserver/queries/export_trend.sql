-- Dataset trend: one row per tenant and published day.
SELECT
    snapshot_date,
    tenant,
    devices,
    enrolled,
    in_scope,
    covered,
    coverage,
    coverage_all,
    coverage_change_7_days,
    coverage_change_28_days,
    coverage_target,
    gap_to_target,
    compliant,
    stale
FROM report.coverage_trend
WHERE (@tenant IS NULL OR tenant = @tenant)
    AND (@from_date IS NULL OR snapshot_date >= @from_date)
    AND (@to_date IS NULL OR snapshot_date <= @to_date)
ORDER BY
    tenant,
    snapshot_date;
