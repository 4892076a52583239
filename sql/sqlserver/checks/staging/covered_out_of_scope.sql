-- fail
-- a covered device is in scope and enrolled
SELECT TOP (10) device_id AS subject, CONCAT('covered, in scope ', is_in_scope, ', enrolled ', is_enrolled) AS found
FROM staging.classified_device
WHERE is_covered = 1
    AND (is_in_scope = 0 OR is_enrolled = 0)
ORDER BY device_id;
