SELECT max(CAST(last_activity_utc AS DATE))
FROM report.device_current;
