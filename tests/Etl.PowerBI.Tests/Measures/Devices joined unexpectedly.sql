SELECT count(*)
FROM report.device_current
WHERE join_type_as_expected = 0;
