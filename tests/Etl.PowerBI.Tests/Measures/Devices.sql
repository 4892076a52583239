SELECT count(*)
FROM report.device_current;
