-- Dataset devices: the columns that a user can rely on, in their order.
SELECT
    snapshot_date,
    tenant,
    device_id,
    device_name,
    join_type,
    enrollment_state,
    enrollment_method,
    platform,
    ownership,
    compliance_state,
    management_agent,
    scope,
    gap_reason,
    is_covered,
    is_autopilot,
    in_entra,
    in_intune,
    in_ad,
    ad_match,
    intune_match,
    intune_record_count,
    join_type_as_expected,
    last_activity_utc,
    registered_utc,
    enrolled_utc,
    last_sync_utc,
    days_since_activity,
    is_enrolled,
    is_in_scope,
    is_stale,
    os_version,
    serial_number,
    manufacturer,
    model,
    primary_user,
    organizational_unit,
    entra_object_id,
    intune_id,
    ad_distinguished_name,
    ad_sid,
    gap_since
FROM report.device_snapshot
WHERE tenant_key = $tenant_key
    AND snapshot_date_key = $snapshot_date_key
    -- True of every device. Once devices have several versions, the library hashes those of the slice and not the facts of the whole day
    -- only where another condition makes them seem few.
    AND device_key > 0
    AND device_id >= $from_device_id
    AND ($before_device_id IS NULL OR device_id < $before_device_id)
ORDER BY device_id;
