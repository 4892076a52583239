-- One row per tenant that has a published day.
CREATE OR ALTER VIEW report.dim_tenant AS
SELECT
    tenant.tenant_key,
    tenant.tenant,
    tenant.coverage_target
FROM dim.tenant AS tenant;
