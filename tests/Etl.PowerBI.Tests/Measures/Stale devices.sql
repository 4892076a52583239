SELECT count(*)
FROM report.device_current
WHERE is_stale = 1;
