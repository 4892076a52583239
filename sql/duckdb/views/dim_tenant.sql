-- One row per tenant that has a published day.
CREATE OR REPLACE VIEW report.dim_tenant AS
SELECT
    tenant.tenant_key,
    tenant.tenant
FROM dim.tenant AS tenant;
