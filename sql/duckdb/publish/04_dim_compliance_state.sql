-- Compliance states never seen before get a member of their own, spelled as they came.
INSERT INTO dim.compliance_state (compliance_state_key, code, label, description, sort_order, is_built_in)
SELECT
    (SELECT max(compliance_state_key) FROM dim.compliance_state) + row_number() OVER (ORDER BY newcomer.code),
    newcomer.code,
    newcomer.code,
    'Not known to this version.',
    90,
    false
FROM (SELECT DISTINCT compliance_state AS code FROM staging.classified_device) AS newcomer
WHERE NOT EXISTS (SELECT 1 FROM dim.compliance_state AS known WHERE known.code = newcomer.code);
