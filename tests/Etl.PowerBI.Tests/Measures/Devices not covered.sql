SELECT count(*)
FROM report.device_current
WHERE is_in_scope = 1 AND is_covered = 0;
