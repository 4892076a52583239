-- A tenant gets its key with its first published day.
INSERT INTO dim.tenant (tenant_key, tenant)
SELECT
    (SELECT coalesce(max(tenant_key), 0) + 1 FROM dim.tenant),
    $tenant
WHERE NOT EXISTS (SELECT 1 FROM dim.tenant WHERE tenant = $tenant);
