-- Takes back what the tenant's publishes of this day and of all later ones did, so that they come out as if those had never been.
-- Run only where this day or a later one is there. Keys given up here are handed out again by publish.device_key, in their order.
CREATE OR ALTER PROCEDURE publish.take_back_days
    @tenant nvarchar(200),
    @snapshot_date date,
    @snapshot_date_key int
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

DECLARE @tenant_key smallint = (SELECT tenant_key FROM dim.tenant WHERE tenant = @tenant);

INSERT INTO ops.freed_key (tenant_key, key_kind, key_value)
SELECT lifecycle.tenant_key, 'device', lifecycle.device_key
FROM fact.device_lifecycle AS lifecycle
WHERE lifecycle.tenant_key = @tenant_key
    AND lifecycle.first_seen_date_key >= @snapshot_date_key
UNION ALL
SELECT device.tenant_key, 'version', device.device_version_key
FROM dim.device AS device
WHERE device.tenant_key = @tenant_key
    AND device.valid_from >= @snapshot_date;

-- The facts of these days go first: they refer to the versions.
DELETE FROM fact.device_event
WHERE event_date_key >= @snapshot_date_key
    AND tenant_key = @tenant_key;

DELETE FROM fact.coverage_daily
WHERE snapshot_date_key >= @snapshot_date_key
    AND tenant_key = @tenant_key;

DELETE FROM fact.device_snapshot
WHERE snapshot_date_key >= @snapshot_date_key
    AND tenant_key = @tenant_key;

-- Versions that began go, those that ended are open again, what was overwritten comes back.
DELETE FROM dim.device
WHERE valid_from >= @snapshot_date
    AND tenant_key = @tenant_key;

UPDATE dim.device
SET
    valid_to = CAST('99991231' AS date),
    is_current = 1
WHERE valid_to >= @snapshot_date
    AND is_current = 0
    AND tenant_key = @tenant_key;

UPDATE device
SET
    type1_hash = overwritten.type1_hash,
    entra_object_id = overwritten.entra_object_id,
    intune_id = overwritten.intune_id,
    ad_distinguished_name = overwritten.ad_distinguished_name,
    ad_sid = overwritten.ad_sid,
    registered_utc = overwritten.registered_utc,
    enrolled_utc = overwritten.enrolled_utc
FROM dim.device AS device
JOIN ops.device_overwrite AS overwritten ON overwritten.device_version_key = device.device_version_key
WHERE overwritten.tenant_key = @tenant_key
    AND overwritten.overwrite_date_key = (
        SELECT MIN(first_one.overwrite_date_key)
        FROM ops.device_overwrite AS first_one
        WHERE first_one.device_version_key = overwritten.device_version_key
            AND first_one.overwrite_date_key >= @snapshot_date_key
    );

DELETE FROM ops.device_overwrite
WHERE overwrite_date_key >= @snapshot_date_key
    AND tenant_key = @tenant_key;

-- Lifecycle: what first was on these days was not yet; who was away before them is away again.
DELETE FROM fact.device_lifecycle
WHERE first_seen_date_key >= @snapshot_date_key
    AND tenant_key = @tenant_key;

UPDATE fact.device_lifecycle
SET
    joined_utc = CASE WHEN joined_date_key < @snapshot_date_key THEN joined_utc END,
    joined_date_key = CASE WHEN joined_date_key < @snapshot_date_key THEN joined_date_key END,
    enrolled_utc = CASE WHEN enrolled_date_key < @snapshot_date_key THEN enrolled_utc END,
    enrollment_method_key = CASE WHEN enrolled_date_key < @snapshot_date_key THEN enrollment_method_key END,
    enrolled_date_key = CASE WHEN enrolled_date_key < @snapshot_date_key THEN enrolled_date_key END,
    first_compliant_date_key = CASE WHEN first_compliant_date_key < @snapshot_date_key THEN first_compliant_date_key END,
    hours_join_to_enroll = CASE
        WHEN joined_date_key < @snapshot_date_key AND enrolled_date_key < @snapshot_date_key THEN hours_join_to_enroll
    END
WHERE tenant_key = @tenant_key
    AND (joined_date_key >= @snapshot_date_key
        OR enrolled_date_key >= @snapshot_date_key
        OR first_compliant_date_key >= @snapshot_date_key);

UPDATE fact.device_lifecycle
SET
    last_seen_date_key = NULL,
    removed_date_key = NULL
WHERE removed_date_key >= @snapshot_date_key
    AND tenant_key = @tenant_key;

UPDATE lifecycle
SET
    last_seen_date_key = removal.last_seen_date_key,
    removed_date_key = removal.removed_date_key
FROM fact.device_lifecycle AS lifecycle
JOIN (
    SELECT
        event.device_key,
        MAX(event.previous_date_key) AS last_seen_date_key,
        MAX(event.event_date_key) AS removed_date_key
    FROM fact.device_event AS event
    JOIN dim.event_type AS event_type ON event_type.event_type_key = event.event_type_key
    WHERE event.tenant_key = @tenant_key
        AND event_type.code = 'Removed'
        AND event.event_date_key < @snapshot_date_key
    GROUP BY event.device_key
) AS removal ON removal.device_key = lifecycle.device_key
WHERE lifecycle.removed_date_key IS NULL
    AND NOT EXISTS (
        SELECT 1
        FROM dim.device AS device
        WHERE device.device_key = lifecycle.device_key
            AND device.is_current = 1
    );

-- Members that only these days had.
DELETE FROM ops.member_use
WHERE first_date_key >= @snapshot_date_key
    AND tenant_key = @tenant_key;

DELETE FROM dim.enrollment_method
WHERE is_built_in = 0
    AND enrollment_method_key NOT IN (SELECT member_key FROM ops.member_use WHERE dimension = 'enrollment_method');

DELETE FROM dim.compliance_state
WHERE is_built_in = 0
    AND compliance_state_key NOT IN (SELECT member_key FROM ops.member_use WHERE dimension = 'compliance_state');

DELETE FROM dim.management_agent
WHERE is_built_in = 0
    AND management_agent_key NOT IN (SELECT member_key FROM ops.member_use WHERE dimension = 'management_agent');
