SELECT CAST(sum(CASE WHEN in_intune = 1 AND (in_entra = 1 OR in_ad = 1) THEN 1 ELSE 0 END) AS DOUBLE PRECISION)
    / nullif(sum(CASE WHEN in_intune = 1 THEN 1 ELSE 0 END), 0)
FROM report.device_current;
