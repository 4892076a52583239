SELECT count(hours_join_to_enroll)
FROM report.fact_device_lifecycle;
