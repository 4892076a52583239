SELECT count(*)
FROM report.snapshot_day;
