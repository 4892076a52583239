SELECT max(freshness_hours)
FROM report.run_health;
