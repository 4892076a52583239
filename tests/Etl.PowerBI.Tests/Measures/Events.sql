SELECT count(*)
FROM report.fact_device_event;
