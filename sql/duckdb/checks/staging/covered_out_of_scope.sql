-- fail
-- a covered device is in scope and enrolled
SELECT coalesce(device_id_text, CAST(device_id AS VARCHAR)) AS subject, 'covered, in scope ' || is_in_scope || ', enrolled ' || is_enrolled AS found
FROM staging.classified_device
WHERE is_covered
    AND NOT (is_in_scope AND is_enrolled)
ORDER BY device_id
LIMIT 10;
