-- warn
-- every compliance state and management agent is known
SELECT newcomer.subject, newcomer.code AS found
FROM (
    SELECT DISTINCT 'compliance_state' AS subject, compliance_state AS code
    FROM staging.profile
    WHERE compliance_state NOT IN (SELECT code FROM dim.compliance_state WHERE is_built_in)
    UNION ALL
    SELECT DISTINCT 'management_agent', management_agent
    FROM staging.profile
    WHERE management_agent NOT IN (SELECT code FROM dim.management_agent WHERE is_built_in)
) AS newcomer
ORDER BY newcomer.subject, newcomer.code
LIMIT 10;
