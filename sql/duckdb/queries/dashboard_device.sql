-- A device as it was on a day.
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
WHERE device.device_key = $device_key
    AND device.snapshot_date_key = $snapshot_date_key;
