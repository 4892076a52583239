SELECT min(gap_since)
FROM report.device_current;
