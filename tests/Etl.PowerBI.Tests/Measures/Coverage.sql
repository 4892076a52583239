SELECT CAST(sum(CASE WHEN is_covered = 1 THEN 1 ELSE 0 END) AS DOUBLE PRECISION)
    / nullif(sum(CASE WHEN is_in_scope = 1 THEN 1 ELSE 0 END), 0)
FROM report.device_current;
