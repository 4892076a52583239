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
    recommended_action
FROM report.enrollment_gap
WHERE tenant_key = $tenant_key
    AND snapshot_date_key = $snapshot_date_key
ORDER BY device_id;
