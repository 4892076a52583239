-- warn
-- every compliance state and management agent is known
SELECT staged.dimension AS subject, staged.code AS found
FROM staging.code AS staged
WHERE staged.dimension = 'compliance_state' AND staged.code NOT IN (SELECT code FROM dim.compliance_state WHERE is_built_in)
    OR staged.dimension = 'management_agent' AND staged.code NOT IN (SELECT code FROM dim.management_agent WHERE is_built_in)
ORDER BY staged.dimension, staged.code
LIMIT 10;
