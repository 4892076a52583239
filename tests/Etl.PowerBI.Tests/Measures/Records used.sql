SELECT sum(rows_used)
FROM report.runs;
