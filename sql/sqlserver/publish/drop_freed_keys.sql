-- Keys that the day published again did not need: no day of the tenant is waiting for them.
CREATE OR ALTER PROCEDURE publish.drop_freed_keys
    @tenant nvarchar(200)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

DELETE FROM ops.freed_key
WHERE tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = @tenant);
