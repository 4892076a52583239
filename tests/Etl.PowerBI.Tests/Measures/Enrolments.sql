SELECT count(*)
FROM report.device_event
WHERE event_type = 'Enrolled';
