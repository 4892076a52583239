SELECT count(*)
FROM report.device_current
WHERE gap_reason <> 'None';
