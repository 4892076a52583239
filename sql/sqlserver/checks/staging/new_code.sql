-- warn
-- every compliance state and management agent is known
SELECT TOP (10) newcomer.subject, newcomer.code AS found
FROM (
    SELECT DISTINCT 'compliance_state' AS subject, compliance_state AS code
    FROM staging.classified_device
    WHERE compliance_state NOT IN (SELECT code FROM dim.compliance_state WHERE is_built_in = 1)
    UNION ALL
    SELECT DISTINCT 'management_agent', management_agent
    FROM staging.classified_device
    WHERE management_agent NOT IN (SELECT code FROM dim.management_agent WHERE is_built_in = 1)
) AS newcomer
ORDER BY newcomer.subject, newcomer.code;
