SELECT count(*)
FROM report.quality
WHERE passed = 0;
