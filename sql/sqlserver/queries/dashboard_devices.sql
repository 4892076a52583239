-- One page of the devices of a day that a filter shows, by name; how many there are in all is on each row.
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
    device.last_sync_utc,
    COUNT_BIG(*) OVER () AS total
FROM report.device_snapshot AS device
WHERE device.tenant_key = @tenant_key
    AND device.snapshot_date_key = @snapshot_date_key
    AND (@join_type IS NULL OR device.join_type = @join_type)
    AND (@platform IS NULL OR device.platform = @platform)
    AND (@ownership IS NULL OR device.ownership = @ownership)
    AND (@enrollment_state IS NULL OR device.enrollment_state = @enrollment_state)
    AND (@enrollment_method IS NULL OR device.enrollment_method = @enrollment_method)
    AND (@gap_reason IS NULL OR device.gap_reason = @gap_reason)
    AND (
        @search IS NULL
        OR LOWER(device.device_name) LIKE @search ESCAPE '!'
        OR LOWER(device.serial_number) LIKE @search ESCAPE '!'
        OR LOWER(device.device_id) LIKE @search ESCAPE '!'
    )
ORDER BY
    CASE WHEN device.device_name IS NULL THEN 1 ELSE 0 END,
    device.device_name,
    device.device_id
OFFSET @skip ROWS FETCH NEXT @take ROWS ONLY;
