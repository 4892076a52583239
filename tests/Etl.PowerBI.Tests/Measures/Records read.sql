SELECT sum(rows_read)
FROM report.runs;
