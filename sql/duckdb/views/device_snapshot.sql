-- One row per device per snapshot date, with codes in place of keys. Attributes are those of the
-- version of the device that held on that day.
-- Every row has a day and a tenant. They are LEFT joins all the same: an inner join with the one day that is asked for counts as one row
-- in thousands in the library's estimates, and it would then hash the facts of the day, twice over, where days and versions are fewer.
CREATE OR REPLACE VIEW report.device_snapshot AS
SELECT
    day.date AS snapshot_date,
    tenant.tenant,
    coalesce(device.device_id_text, CAST(device.device_id AS VARCHAR)) AS device_id,
    device.device_name,
    join_type.code AS join_type,
    state.code AS enrollment_state,
    method.code AS enrollment_method,
    platform.code AS platform,
    ownership.code AS ownership,
    compliance.code AS compliance_state,
    agent.code AS management_agent,
    scope.code AS scope,
    reason.code AS gap_reason,
    snapshot.is_covered,
    snapshot.is_autopilot,
    snapshot.in_entra,
    snapshot.in_intune,
    snapshot.in_ad,
    CAST(snapshot.ad_match AS VARCHAR) AS ad_match,
    CAST(snapshot.intune_match AS VARCHAR) AS intune_match,
    snapshot.intune_record_count,
    snapshot.join_type_as_expected,
    snapshot.last_activity_date + to_milliseconds(1000 * snapshot.last_activity_second + snapshot.last_activity_millisecond) AS last_activity_utc,
    device.registered_utc,
    device.enrolled_utc,
    last_activity_utc - to_milliseconds(1000 * snapshot.last_sync_seconds_before + snapshot.last_sync_milliseconds_before) AS last_sync_utc,
    snapshot.days_since_activity,
    snapshot.is_enrolled,
    snapshot.is_in_scope,
    snapshot.is_stale,
    snapshot.os_version,
    device.serial_number,
    device.manufacturer,
    device.model,
    device.primary_user,
    device.organizational_unit,
    coalesce(device.entra_object_id_text, CAST(device.entra_object_id AS VARCHAR)) AS entra_object_id,
    coalesce(device.intune_id_text, CAST(device.intune_id AS VARCHAR)) AS intune_id,
    device.ad_distinguished_name,
    device.ad_sid,
    since.date AS gap_since,
    snapshot.snapshot_date_key,
    snapshot.tenant_key,
    device.device_key,
    snapshot.device_version_key,
    snapshot.run_id
FROM fact.device_snapshot AS snapshot
LEFT JOIN dim.date AS day ON day.date_key = snapshot.snapshot_date_key
LEFT JOIN dim.date AS since ON since.date_key = snapshot.gap_since_date_key
LEFT JOIN dim.tenant AS tenant ON tenant.tenant_key = snapshot.tenant_key
JOIN dim.device AS device ON device.device_version_key = snapshot.device_version_key
JOIN dim.join_type AS join_type ON join_type.join_type_key = snapshot.join_type_key
JOIN dim.enrollment_state AS state ON state.enrollment_state_key = snapshot.enrollment_state_key
JOIN dim.enrollment_method AS method ON method.enrollment_method_key = snapshot.enrollment_method_key
JOIN dim.platform AS platform ON platform.platform_key = snapshot.platform_key
JOIN dim.ownership AS ownership ON ownership.ownership_key = snapshot.ownership_key
JOIN dim.compliance_state AS compliance ON compliance.compliance_state_key = snapshot.compliance_state_key
JOIN dim.management_agent AS agent ON agent.management_agent_key = snapshot.management_agent_key
JOIN dim.scope AS scope ON scope.scope_key = snapshot.scope_key
JOIN dim.gap_reason AS reason ON reason.gap_reason_key = snapshot.gap_reason_key;
