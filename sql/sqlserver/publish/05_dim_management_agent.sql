-- Management agents never seen before get a member of their own, spelled as they came.
CREATE OR ALTER PROCEDURE publish.dim_management_agent
    @tenant nvarchar(200),
    @snapshot_date_key int
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

INSERT INTO dim.management_agent (management_agent_key, code, label, description, sort_order, is_built_in)
SELECT
    (SELECT MAX(management_agent_key) FROM dim.management_agent) + ROW_NUMBER() OVER (ORDER BY newcomer.code),
    newcomer.code,
    newcomer.code,
    N'Not known to this version.',
    90,
    0
FROM (SELECT DISTINCT management_agent AS code FROM staging.classified_device) AS newcomer
WHERE NOT EXISTS (SELECT 1 FROM dim.management_agent AS known WHERE known.code = newcomer.code);

INSERT INTO ops.member_use (tenant_key, dimension, member_key, first_date_key)
SELECT tenant.tenant_key, 'management_agent', member.management_agent_key, @snapshot_date_key
FROM dim.management_agent AS member
JOIN dim.tenant AS tenant ON tenant.tenant = @tenant
WHERE member.is_built_in = 0
    AND member.code IN (SELECT management_agent FROM staging.classified_device)
    AND NOT EXISTS (
        SELECT 1
        FROM ops.member_use AS known
        WHERE known.tenant_key = tenant.tenant_key
            AND known.dimension = 'management_agent'
            AND known.member_key = member.management_agent_key
    );
