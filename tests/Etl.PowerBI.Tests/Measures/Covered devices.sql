SELECT count(*)
FROM report.device_current
WHERE is_covered = 1;
