-- Management agents never seen before get a member of their own, spelled as they came.
INSERT INTO dim.management_agent (management_agent_key, code, label, description, sort_order, is_built_in)
SELECT
    (SELECT max(management_agent_key) FROM dim.management_agent) + row_number() OVER (ORDER BY newcomer.code),
    newcomer.code,
    newcomer.code,
    'Not known to this version.',
    90,
    false
FROM (SELECT DISTINCT management_agent AS code FROM staging.profile) AS newcomer
WHERE NOT EXISTS (SELECT 1 FROM dim.management_agent AS known WHERE known.code = newcomer.code);

UPDATE staging.profile AS staged
SET management_agent_key = member.management_agent_key
FROM dim.management_agent AS member
WHERE member.code = staged.management_agent;

INSERT INTO ops.member_use (tenant_key, dimension, member_key, first_date_key)
SELECT tenant.tenant_key, 'management_agent', member.management_agent_key, $snapshot_date_key
FROM dim.management_agent AS member
JOIN dim.tenant AS tenant ON tenant.tenant = $tenant
WHERE NOT member.is_built_in
    AND member.management_agent_key IN (SELECT management_agent_key FROM staging.profile)
    AND NOT EXISTS (
        SELECT 1
        FROM ops.member_use AS known
        WHERE known.tenant_key = tenant.tenant_key
            AND known.dimension = 'management_agent'
            AND known.member_key = member.management_agent_key
    );
