-- One page of the devices of a day that a filter shows, by name: which versions, and how many there are in all. Narrow, since it
-- looks at every device of the day; what is shown of the few is asked in dashboard_devices.
SELECT
    snapshot.device_version_key,
    COUNT_BIG(*) OVER () AS total
FROM report.fact_device_snapshot AS snapshot
JOIN report.dim_device AS device ON device.device_version_key = snapshot.device_version_key
WHERE snapshot.tenant_key = @tenant_key
    AND snapshot.snapshot_date_key = @snapshot_date_key
    AND (@join_type IS NULL OR snapshot.join_type_key = (SELECT join_type_key FROM report.dim_join_type WHERE code = @join_type))
    AND (@platform IS NULL OR snapshot.platform_key = (SELECT platform_key FROM report.dim_platform WHERE code = @platform))
    AND (@ownership IS NULL OR snapshot.ownership_key = (SELECT ownership_key FROM report.dim_ownership WHERE code = @ownership))
    AND (@enrollment_state IS NULL OR snapshot.enrollment_state_key = (SELECT enrollment_state_key FROM report.dim_enrollment_state WHERE code = @enrollment_state))
    AND (@enrollment_method IS NULL OR snapshot.enrollment_method_key = (SELECT enrollment_method_key FROM report.dim_enrollment_method WHERE code = @enrollment_method))
    AND (@gap_reason IS NULL OR snapshot.gap_reason_key = (SELECT gap_reason_key FROM report.dim_gap_reason WHERE code = @gap_reason))
    AND (@is_in_scope IS NULL OR snapshot.is_in_scope = @is_in_scope)
    AND (@is_covered IS NULL OR snapshot.is_covered = @is_covered)
    AND (
        @search IS NULL
        OR LOWER(device.device_name) LIKE LOWER(@search) ESCAPE '!'
        OR LOWER(device.serial_number) LIKE LOWER(@search) ESCAPE '!'
        OR LOWER(device.device_id) LIKE LOWER(@search) ESCAPE '!'
    )
ORDER BY
    device.device_name,
    device.device_id
OFFSET @skip ROWS FETCH NEXT @take ROWS ONLY;
