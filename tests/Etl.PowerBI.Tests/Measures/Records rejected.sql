SELECT sum(rows_rejected)
FROM report.runs;
