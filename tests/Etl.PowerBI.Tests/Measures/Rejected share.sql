SELECT CAST(sum(rows_rejected) AS DOUBLE PRECISION) / nullif(sum(rows_read), 0)
FROM report.runs;
