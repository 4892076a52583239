-- A tenant gets its key with its first published day. Its target is what the configuration says now.
CREATE OR ALTER PROCEDURE publish.dim_tenant
    @tenant nvarchar(200),
    @coverage_target float
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

INSERT INTO dim.tenant (tenant_key, tenant, coverage_target)
SELECT
    (SELECT COALESCE(MAX(tenant_key), 0) + 1 FROM dim.tenant),
    @tenant,
    CAST(@coverage_target AS decimal(5, 4))
WHERE NOT EXISTS (SELECT 1 FROM dim.tenant WHERE tenant = @tenant);

UPDATE dim.tenant
SET coverage_target = CAST(@coverage_target AS decimal(5, 4))
WHERE tenant = @tenant
    AND EXISTS (SELECT coverage_target EXCEPT SELECT CAST(@coverage_target AS decimal(5, 4)));
