-- Devices seen for the first time, with what they already are.
CREATE OR ALTER PROCEDURE publish.fact_device_lifecycle
    @tenant nvarchar(200),
    @snapshot_date_key int
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

DECLARE @tenant_key smallint = (SELECT tenant_key FROM dim.tenant WHERE tenant = @tenant);

INSERT INTO fact.device_lifecycle (
    device_key,
    tenant_key,
    first_seen_date_key,
    joined_date_key,
    joined_utc,
    enrolled_date_key,
    enrolled_utc,
    enrollment_method_key,
    first_compliant_date_key
)
SELECT
    keyed.device_key,
    @tenant_key,
    @snapshot_date_key,
    CASE WHEN join_type.code IN ('EntraJoined', 'HybridJoined') THEN @snapshot_date_key END,
    CASE WHEN join_type.code IN ('EntraJoined', 'HybridJoined') THEN staged.registered_utc END,
    CASE WHEN staged.is_enrolled = 1 THEN @snapshot_date_key END,
    CASE WHEN staged.is_enrolled = 1 THEN staged.enrolled_utc END,
    CASE WHEN staged.is_enrolled = 1 THEN method.enrollment_method_key END,
    CASE WHEN staged.compliance_state = N'compliant' THEN @snapshot_date_key END
FROM staging.classified_device AS staged
JOIN staging.device_key AS keyed ON keyed.staged_row = staged.staged_row
JOIN dim.join_type AS join_type ON join_type.join_type_key = staged.join_type_key
JOIN dim.enrollment_method AS method ON LOWER(method.code) = LOWER(staged.enrollment_method)
WHERE keyed.is_new_device = 1
OPTION (RECOMPILE);

-- For the others every first time shows as an event of the day.
UPDATE lifecycle
SET
    joined_date_key = COALESCE(lifecycle.joined_date_key,
        CASE WHEN join_type.code IN ('EntraJoined', 'HybridJoined') THEN @snapshot_date_key END),
    joined_utc = CASE
        WHEN lifecycle.joined_date_key IS NOT NULL THEN lifecycle.joined_utc
        WHEN join_type.code IN ('EntraJoined', 'HybridJoined') THEN device.registered_utc
    END,
    enrolled_date_key = COALESCE(lifecycle.enrolled_date_key, CASE WHEN device.is_enrolled = 1 THEN @snapshot_date_key END),
    enrolled_utc = CASE
        WHEN lifecycle.enrolled_date_key IS NOT NULL THEN lifecycle.enrolled_utc
        WHEN device.is_enrolled = 1 THEN device.enrolled_utc
    END,
    enrollment_method_key = CASE
        WHEN lifecycle.enrolled_date_key IS NOT NULL THEN lifecycle.enrollment_method_key
        WHEN device.is_enrolled = 1 THEN device.enrollment_method_key
    END,
    first_compliant_date_key = COALESCE(lifecycle.first_compliant_date_key,
        CASE WHEN compliance.code = N'compliant' THEN @snapshot_date_key END),
    last_seen_date_key = NULL,
    removed_date_key = NULL
FROM fact.device_lifecycle AS lifecycle
JOIN fact.device_snapshot AS snapshot ON snapshot.device_key = lifecycle.device_key
JOIN dim.device AS device ON device.device_version_key = snapshot.device_version_key
JOIN dim.join_type AS join_type ON join_type.join_type_key = snapshot.join_type_key
JOIN dim.compliance_state AS compliance ON compliance.compliance_state_key = snapshot.compliance_state_key
WHERE snapshot.snapshot_date_key = @snapshot_date_key
    AND lifecycle.tenant_key = @tenant_key
    AND snapshot.device_key IN (
        SELECT event.device_key
        FROM fact.device_event AS event
        JOIN dim.event_type AS event_type ON event_type.event_type_key = event.event_type_key
        WHERE event.event_date_key = @snapshot_date_key
            AND event_type.code IN ('Reappeared', 'JoinTypeChanged', 'Enrolled', 'BecameCompliant')
    )
OPTION (RECOMPILE);

UPDATE lifecycle
SET
    last_seen_date_key = event.previous_date_key,
    removed_date_key = event.event_date_key
FROM fact.device_lifecycle AS lifecycle
JOIN fact.device_event AS event ON event.device_key = lifecycle.device_key
JOIN dim.event_type AS event_type ON event_type.event_type_key = event.event_type_key
WHERE event.event_date_key = @snapshot_date_key
    AND lifecycle.tenant_key = @tenant_key
    AND event_type.code = 'Removed'
OPTION (RECOMPILE);

-- Hundredths of an hour, rounded half up in whole numbers, which no store does differently.
UPDATE fact.device_lifecycle
SET hours_join_to_enroll = CAST(
    (CAST(DATEDIFF(day, joined_utc, enrolled_utc) AS bigint) * 86400000
        + DATEDIFF(millisecond, CAST(joined_utc AS time(3)), CAST(enrolled_utc AS time(3)))
        + 18000) / 36000 AS decimal(19, 0)) / 100
WHERE enrolled_utc >= joined_utc
    AND hours_join_to_enroll IS NULL;
