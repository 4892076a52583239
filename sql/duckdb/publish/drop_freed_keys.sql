-- Keys that the day published again did not need: no day of the tenant is waiting for them.
DELETE FROM ops.freed_key
WHERE tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);
