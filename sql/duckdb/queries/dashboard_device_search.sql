-- The devices of a day whose name, serial number or id holds a text: those that dashboard_device_page shows of it.
SELECT device.device_id
FROM fact.device_snapshot AS snapshot
JOIN report.dim_device AS device ON device.device_version_key = snapshot.device_version_key
WHERE snapshot.tenant_key = $tenant_key
    AND snapshot.snapshot_date_key = $snapshot_date_key
    AND (
        lower(device.device_name) LIKE lower($search) ESCAPE '!'
        OR lower(device.serial_number) LIKE lower($search) ESCAPE '!'
        OR lower(device.device_id) LIKE lower($search) ESCAPE '!'
    );
