-- Management agents never seen before get a member of their own, spelled as they came.
INSERT INTO dim.management_agent (management_agent_key, code, label, description, sort_order, is_built_in)
SELECT
    (SELECT max(management_agent_key) FROM dim.management_agent) + row_number() OVER (ORDER BY newcomer.code),
    newcomer.code,
    newcomer.code,
    'Not known to this version.',
    90,
    false
FROM (SELECT DISTINCT management_agent AS code FROM staging.classified_device) AS newcomer
WHERE NOT EXISTS (SELECT 1 FROM dim.management_agent AS known WHERE known.code = newcomer.code);
