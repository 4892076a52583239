-- Dataset events: one row per change of a device since the snapshot before.
SELECT
    event_date,
    tenant,
    device_id,
    device_name,
    event_type,
    old_code,
    new_code,
    previous_date,
    join_type,
    enrollment_method,
    ownership,
    serial_number,
    organizational_unit,
    primary_user
FROM report.device_event
WHERE tenant_key = @tenant_key
    AND event_date_key = @snapshot_date_key
    AND device_id >= @from_device_id
    AND (@before_device_id IS NULL OR device_id < @before_device_id)
ORDER BY
    device_id,
    sort_order;
