-- The day's snapshot, counted.
INSERT INTO fact.coverage_daily (
    snapshot_date_key,
    tenant_key,
    join_type_key,
    platform_key,
    ownership_key,
    scope_key,
    devices,
    enrolled,
    in_scope,
    covered,
    compliant,
    stale
)
SELECT
    snapshot.snapshot_date_key,
    snapshot.tenant_key,
    snapshot.join_type_key,
    snapshot.platform_key,
    snapshot.ownership_key,
    snapshot.scope_key,
    count(*),
    sum(CASE WHEN snapshot.is_enrolled THEN 1 ELSE 0 END),
    sum(CASE WHEN snapshot.is_in_scope THEN 1 ELSE 0 END),
    sum(CASE WHEN snapshot.is_covered THEN 1 ELSE 0 END),
    sum(CASE WHEN compliance.code = 'compliant' THEN 1 ELSE 0 END),
    sum(CASE WHEN snapshot.is_stale THEN 1 ELSE 0 END)
FROM fact.device_snapshot AS snapshot
JOIN dim.tenant AS tenant ON tenant.tenant_key = snapshot.tenant_key
JOIN dim.compliance_state AS compliance ON compliance.compliance_state_key = snapshot.compliance_state_key
WHERE snapshot.snapshot_date_key = $snapshot_date_key
    AND tenant.tenant = $tenant
GROUP BY
    snapshot.snapshot_date_key,
    snapshot.tenant_key,
    snapshot.join_type_key,
    snapshot.platform_key,
    snapshot.ownership_key,
    snapshot.scope_key
ORDER BY
    snapshot.join_type_key,
    snapshot.platform_key,
    snapshot.ownership_key,
    snapshot.scope_key;
