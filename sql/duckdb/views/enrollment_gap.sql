-- One row per device with a gap, per snapshot date: why it is not enrolled or not covered, what to do, and the first day
-- of the unbroken run of snapshots in which it has this reason.
-- Day and tenant are LEFT joins as in report.device_snapshot, and for the same reason.
CREATE OR REPLACE VIEW report.enrollment_gap AS
SELECT
    day.date AS snapshot_date,
    tenant.tenant,
    reason.code AS gap_reason,
    reason.label,
    reason.severity,
    coalesce(device.device_id_text, CAST(device.device_id AS VARCHAR)) AS device_id,
    device.device_name,
    join_type.code AS join_type,
    state.code AS enrollment_state,
    platform.code AS platform,
    ownership.code AS ownership,
    scope.code AS scope,
    device.organizational_unit,
    device.primary_user,
    snapshot.last_activity_date + to_milliseconds(1000 * snapshot.last_activity_second + snapshot.last_activity_millisecond) AS last_activity_utc,
    reason.explanation,
    reason.recommended_action,
    since.date AS gap_since,
    snapshot.is_covered,
    snapshot.snapshot_date_key,
    snapshot.tenant_key,
    device.device_key
FROM fact.device_snapshot AS snapshot
JOIN dim.gap_reason AS reason ON reason.gap_reason_key = snapshot.gap_reason_key
LEFT JOIN dim.date AS day ON day.date_key = snapshot.snapshot_date_key
JOIN dim.date AS since ON since.date_key = snapshot.gap_since_date_key
LEFT JOIN dim.tenant AS tenant ON tenant.tenant_key = snapshot.tenant_key
JOIN dim.device AS device ON device.device_version_key = snapshot.device_version_key
JOIN dim.join_type AS join_type ON join_type.join_type_key = snapshot.join_type_key
JOIN dim.enrollment_state AS state ON state.enrollment_state_key = snapshot.enrollment_state_key
JOIN dim.platform AS platform ON platform.platform_key = snapshot.platform_key
JOIN dim.ownership AS ownership ON ownership.ownership_key = snapshot.ownership_key
JOIN dim.scope AS scope ON scope.scope_key = snapshot.scope_key
WHERE reason.code <> 'None';
