SELECT min(as_of_utc)
FROM report.run_health;
