SELECT count(*)
FROM report.device_current
WHERE is_enrolled = 1 AND compliance_state = 'compliant';
