-- Compliance states never seen before get a member of their own, spelled as they came.
INSERT INTO dim.compliance_state (compliance_state_key, code, label, description, sort_order, is_built_in)
SELECT
    (SELECT max(compliance_state_key) FROM dim.compliance_state) + row_number() OVER (ORDER BY newcomer.code),
    newcomer.code,
    newcomer.code,
    'Not known to this version.',
    90,
    false
FROM (SELECT DISTINCT compliance_state AS code FROM staging.profile) AS newcomer
WHERE NOT EXISTS (SELECT 1 FROM dim.compliance_state AS known WHERE known.code = newcomer.code);

UPDATE staging.profile AS staged
SET compliance_state_key = member.compliance_state_key
FROM dim.compliance_state AS member
WHERE member.code = staged.compliance_state;

INSERT INTO ops.member_use (tenant_key, dimension, member_key, first_date_key)
SELECT tenant.tenant_key, 'compliance_state', member.compliance_state_key, $snapshot_date_key
FROM dim.compliance_state AS member
JOIN dim.tenant AS tenant ON tenant.tenant = $tenant
WHERE NOT member.is_built_in
    AND member.compliance_state_key IN (SELECT compliance_state_key FROM staging.profile)
    AND NOT EXISTS (
        SELECT 1
        FROM ops.member_use AS known
        WHERE known.tenant_key = tenant.tenant_key
            AND known.dimension = 'compliance_state'
            AND known.member_key = member.compliance_state_key
    );
