SELECT count(*)
FROM report.rejects;
