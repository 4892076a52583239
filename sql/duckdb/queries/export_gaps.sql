-- Dataset gaps: one row per device with a gap.
SELECT
    snapshot_date,
    tenant,
    gap_reason,
    label,
    severity,
    device_id,
    device_name,
    join_type,
    enrollment_state,
    platform,
    ownership,
    scope,
    organizational_unit,
    primary_user,
    last_activity_utc,
    explanation,
    recommended_action,
    gap_since,
    is_covered
FROM report.enrollment_gap
WHERE tenant_key = $tenant_key
    AND snapshot_date_key = $snapshot_date_key
    AND device_id >= $from_device_id
    AND ($before_device_id IS NULL OR device_id < $before_device_id)
ORDER BY device_id;
