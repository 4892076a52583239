-- Dataset coverage: these columns and no others.
SELECT
    snapshot_date,
    tenant,
    join_type,
    platform,
    ownership,
    devices,
    enrolled,
    in_scope,
    covered,
    coverage,
    coverage_all
FROM report.coverage_daily
WHERE tenant_key = @tenant_key
    AND snapshot_date_key = @snapshot_date_key
ORDER BY
    join_type,
    platform,
    ownership;
