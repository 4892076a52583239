-- Takes back what the tenant's publishes of this day and of all later ones did, so that they come out as if those had never been.
-- Run only where this day or a later one is there. Keys given up here are handed out again by 07_device_key, in their order.

INSERT INTO ops.freed_key (tenant_key, key_kind, key_value)
SELECT lifecycle.tenant_key, 'device', lifecycle.device_key
FROM fact.device_lifecycle AS lifecycle
JOIN dim.tenant AS tenant ON tenant.tenant_key = lifecycle.tenant_key
WHERE tenant.tenant = $tenant
    AND lifecycle.first_seen_date_key >= $snapshot_date_key
UNION ALL
SELECT device.tenant_key, 'version', device.device_version_key
FROM dim.device AS device
JOIN dim.tenant AS tenant ON tenant.tenant_key = device.tenant_key
WHERE tenant.tenant = $tenant
    AND device.valid_from >= $snapshot_date;

-- Versions that began go, those that ended are open again, what was overwritten comes back.
DELETE FROM dim.device
WHERE valid_from >= $snapshot_date
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

UPDATE dim.device
SET
    valid_to = DATE '9999-12-31',
    is_current = true
WHERE valid_to >= $snapshot_date
    AND NOT is_current
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

UPDATE dim.device AS device
SET
    type1_hash = overwritten.type1_hash,
    entra_object_id = overwritten.entra_object_id,
    entra_object_id_text = overwritten.entra_object_id_text,
    intune_id = overwritten.intune_id,
    intune_id_text = overwritten.intune_id_text,
    ad_distinguished_name = overwritten.ad_distinguished_name,
    ad_sid = overwritten.ad_sid,
    registered_utc = overwritten.registered_utc,
    enrolled_utc = overwritten.enrolled_utc
FROM (
    SELECT
        overwrite.*,
        row_number() OVER (PARTITION BY overwrite.device_version_key ORDER BY overwrite.overwrite_date_key) AS number
    FROM ops.device_overwrite AS overwrite
    JOIN dim.tenant AS tenant ON tenant.tenant_key = overwrite.tenant_key
    WHERE tenant.tenant = $tenant
        AND overwrite.overwrite_date_key >= $snapshot_date_key
) AS overwritten
WHERE overwritten.device_version_key = device.device_version_key
    AND overwritten.number = 1;

DELETE FROM ops.device_overwrite
WHERE overwrite_date_key >= $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

-- Lifecycle: what first was on these days was not yet; who was away before them is away again.
DELETE FROM fact.device_lifecycle
WHERE first_seen_date_key >= $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

UPDATE fact.device_lifecycle
SET
    joined_utc = CASE WHEN joined_date_key < $snapshot_date_key THEN joined_utc END,
    joined_date_key = CASE WHEN joined_date_key < $snapshot_date_key THEN joined_date_key END,
    enrolled_utc = CASE WHEN enrolled_date_key < $snapshot_date_key THEN enrolled_utc END,
    enrollment_method_key = CASE WHEN enrolled_date_key < $snapshot_date_key THEN enrollment_method_key END,
    enrolled_date_key = CASE WHEN enrolled_date_key < $snapshot_date_key THEN enrolled_date_key END,
    first_compliant_date_key = CASE WHEN first_compliant_date_key < $snapshot_date_key THEN first_compliant_date_key END,
    hours_join_to_enroll = CASE
        WHEN joined_date_key < $snapshot_date_key AND enrolled_date_key < $snapshot_date_key THEN hours_join_to_enroll
    END
WHERE tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant)
    AND (joined_date_key >= $snapshot_date_key
        OR enrolled_date_key >= $snapshot_date_key
        OR first_compliant_date_key >= $snapshot_date_key);

UPDATE fact.device_lifecycle
SET
    last_seen_date_key = NULL,
    removed_date_key = NULL
WHERE removed_date_key >= $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

UPDATE fact.device_lifecycle AS lifecycle
SET
    last_seen_date_key = removal.last_seen_date_key,
    removed_date_key = removal.removed_date_key
FROM (
    SELECT
        event.device_key,
        max(event.previous_date_key) AS last_seen_date_key,
        max(event.event_date_key) AS removed_date_key
    FROM fact.device_event AS event
    JOIN dim.event_type AS event_type ON event_type.event_type_key = event.event_type_key
    JOIN dim.tenant AS tenant ON tenant.tenant_key = event.tenant_key
    WHERE tenant.tenant = $tenant
        AND event_type.code = 'Removed'
        AND event.event_date_key < $snapshot_date_key
    GROUP BY event.device_key
) AS removal
WHERE removal.device_key = lifecycle.device_key
    AND lifecycle.removed_date_key IS NULL
    AND lifecycle.device_key NOT IN (SELECT device_key FROM dim.device WHERE is_current);

DELETE FROM fact.device_event
WHERE event_date_key >= $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

DELETE FROM fact.coverage_daily
WHERE snapshot_date_key >= $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

DELETE FROM fact.device_snapshot
WHERE snapshot_date_key >= $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

-- Members that only these days had.
DELETE FROM ops.member_use
WHERE first_date_key >= $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

DELETE FROM dim.enrollment_method
WHERE NOT is_built_in
    AND enrollment_method_key NOT IN (SELECT member_key FROM ops.member_use WHERE dimension = 'enrollment_method');

DELETE FROM dim.compliance_state
WHERE NOT is_built_in
    AND compliance_state_key NOT IN (SELECT member_key FROM ops.member_use WHERE dimension = 'compliance_state');

DELETE FROM dim.management_agent
WHERE NOT is_built_in
    AND management_agent_key NOT IN (SELECT member_key FROM ops.member_use WHERE dimension = 'management_agent');
