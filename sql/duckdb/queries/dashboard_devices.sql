-- Devices of a day, of the versions that are asked for, by name.
SELECT
    device.snapshot_date,
    device.device_id,
    device.device_name,
    device.join_type,
    device.enrollment_state,
    device.enrollment_method,
    device.platform,
    device.ownership,
    device.compliance_state,
    device.scope,
    device.gap_reason,
    device.gap_since,
    device.is_covered,
    device.os_version,
    device.serial_number,
    device.manufacturer,
    device.model,
    device.primary_user,
    device.organizational_unit,
    device.last_activity_utc,
    device.registered_utc,
    device.enrolled_utc,
    device.last_sync_utc
FROM report.device_snapshot AS device
WHERE device.tenant_key = $tenant_key
    AND device.snapshot_date_key = $snapshot_date_key
    -- A list, not a table of keys to join: a join would first read all columns of all devices of the day.
    AND list_contains(CAST(string_split($version_keys, ',') AS INTEGER[]), device.device_version_key)
ORDER BY
    device.device_name,
    device.device_id;
