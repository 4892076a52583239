SELECT sum(throttled_seconds)
FROM report.runs;
