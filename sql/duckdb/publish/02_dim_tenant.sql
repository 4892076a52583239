-- A tenant gets its key with its first published day. Its target is what the configuration says now.
INSERT INTO dim.tenant (tenant_key, tenant, coverage_target)
SELECT
    (SELECT coalesce(max(tenant_key), 0) + 1 FROM dim.tenant),
    $tenant,
    CAST($coverage_target AS DECIMAL(5, 4))
WHERE NOT EXISTS (SELECT 1 FROM dim.tenant WHERE tenant = $tenant);

UPDATE dim.tenant
SET coverage_target = CAST($coverage_target AS DECIMAL(5, 4))
WHERE tenant = $tenant
    AND coverage_target IS DISTINCT FROM CAST($coverage_target AS DECIMAL(5, 4));
