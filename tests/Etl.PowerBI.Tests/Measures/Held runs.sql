SELECT count(DISTINCT run_id)
FROM report.runs
WHERE state = 'Held';
