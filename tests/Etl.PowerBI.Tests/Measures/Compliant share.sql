SELECT CAST(sum(CASE WHEN is_enrolled = 1 AND compliance_state = 'compliant' THEN 1 ELSE 0 END) AS DOUBLE PRECISION)
    / nullif(sum(CASE WHEN is_enrolled = 1 THEN 1 ELSE 0 END), 0)
FROM report.device_current;
