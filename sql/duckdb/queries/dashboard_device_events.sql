-- What happened to a device, newest first.
SELECT
    event.event_date,
    event.event_type,
    event.label,
    event.old_code,
    event.new_code
FROM report.device_event AS event
WHERE event.tenant_key = $tenant_key
    AND event.device_id = $device_id
ORDER BY
    event.event_date DESC,
    event.sort_order;
