-- The day's snapshot, counted.
CREATE OR ALTER PROCEDURE publish.fact_coverage_daily
    @tenant nvarchar(200),
    @snapshot_date_key int
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

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
    COUNT(*),
    SUM(CASE WHEN snapshot.is_enrolled = 1 THEN 1 ELSE 0 END),
    SUM(CASE WHEN snapshot.is_in_scope = 1 THEN 1 ELSE 0 END),
    SUM(CASE WHEN snapshot.is_covered = 1 THEN 1 ELSE 0 END),
    SUM(CASE WHEN compliance.code = N'compliant' THEN 1 ELSE 0 END),
    SUM(CASE WHEN snapshot.is_stale = 1 THEN 1 ELSE 0 END)
FROM fact.device_snapshot AS snapshot
JOIN dim.tenant AS tenant ON tenant.tenant_key = snapshot.tenant_key
JOIN dim.compliance_state AS compliance ON compliance.compliance_state_key = snapshot.compliance_state_key
WHERE snapshot.snapshot_date_key = @snapshot_date_key
    AND tenant.tenant = @tenant
GROUP BY
    snapshot.snapshot_date_key,
    snapshot.tenant_key,
    snapshot.join_type_key,
    snapshot.platform_key,
    snapshot.ownership_key,
    snapshot.scope_key
OPTION (RECOMPILE);
