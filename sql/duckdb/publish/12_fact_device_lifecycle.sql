-- Devices seen for the first time, with what they already are.
SET disabled_optimizers = 'join_order,build_side_probe_side'; -- as in 08_dim_device

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
    (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant),
    $snapshot_date_key,
    CASE WHEN join_type.code IN ('EntraJoined', 'HybridJoined') THEN $snapshot_date_key END,
    CASE WHEN join_type.code IN ('EntraJoined', 'HybridJoined') THEN staged.registered_utc END,
    CASE WHEN staged.is_enrolled THEN $snapshot_date_key END,
    CASE WHEN staged.is_enrolled THEN staged.enrolled_utc END,
    CASE WHEN staged.is_enrolled THEN staged.enrollment_method_key END,
    CASE WHEN staged.compliance_state = 'compliant' THEN $snapshot_date_key END
FROM staging.classified_device AS staged
JOIN staging.device_key AS keyed ON keyed.staged_row = staged.staged_row
JOIN dim.join_type AS join_type ON join_type.join_type_key = staged.join_type_key
WHERE keyed.is_new_device;

-- For the others every first time shows as an event of the day.
UPDATE fact.device_lifecycle AS lifecycle
SET
    joined_date_key = coalesce(lifecycle.joined_date_key, CASE WHEN today.is_joined THEN $snapshot_date_key END),
    joined_utc = CASE
        WHEN lifecycle.joined_date_key IS NOT NULL THEN lifecycle.joined_utc
        WHEN today.is_joined THEN today.registered_utc
    END,
    enrolled_date_key = coalesce(lifecycle.enrolled_date_key, CASE WHEN today.is_enrolled THEN $snapshot_date_key END),
    enrolled_utc = CASE
        WHEN lifecycle.enrolled_date_key IS NOT NULL THEN lifecycle.enrolled_utc
        WHEN today.is_enrolled THEN today.enrolled_utc
    END,
    enrollment_method_key = CASE
        WHEN lifecycle.enrolled_date_key IS NOT NULL THEN lifecycle.enrollment_method_key
        WHEN today.is_enrolled THEN today.enrollment_method_key
    END,
    first_compliant_date_key = coalesce(lifecycle.first_compliant_date_key, CASE WHEN today.is_compliant THEN $snapshot_date_key END),
    last_seen_date_key = NULL,
    removed_date_key = NULL
FROM (
    SELECT
        device.device_key,
        join_type.code IN ('EntraJoined', 'HybridJoined') AS is_joined,
        device.registered_utc,
        device.is_enrolled,
        device.enrolled_utc,
        device.enrollment_method_key,
        compliance.code = 'compliant' AS is_compliant
    FROM dim.device AS device
    JOIN (
        SELECT snapshot.device_version_key, snapshot.join_type_key, snapshot.compliance_state_key
        FROM fact.device_snapshot AS snapshot
        JOIN (
            SELECT DISTINCT event.device_version_key
            FROM fact.device_event AS event
            JOIN dim.event_type AS event_type ON event_type.event_type_key = event.event_type_key
            WHERE event.event_date_key = $snapshot_date_key
                AND event.tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant)
                AND event_type.code IN ('Reappeared', 'JoinTypeChanged', 'Enrolled', 'BecameCompliant')
        ) AS changed ON changed.device_version_key = snapshot.device_version_key
        WHERE snapshot.snapshot_date_key = $snapshot_date_key
    ) AS seen ON seen.device_version_key = device.device_version_key
    JOIN dim.join_type AS join_type ON join_type.join_type_key = seen.join_type_key
    JOIN dim.compliance_state AS compliance ON compliance.compliance_state_key = seen.compliance_state_key
) AS today
WHERE today.device_key = lifecycle.device_key;

RESET disabled_optimizers;

UPDATE fact.device_lifecycle AS lifecycle
SET
    last_seen_date_key = event.previous_date_key,
    removed_date_key = event.event_date_key
FROM fact.device_event AS event
JOIN dim.event_type AS event_type ON event_type.event_type_key = event.event_type_key
WHERE event.device_key = lifecycle.device_key
    AND lifecycle.tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant)
    AND event.event_date_key = $snapshot_date_key
    AND event_type.code = 'Removed';

-- Hundredths of an hour, rounded half up in whole numbers, which no store does differently.
UPDATE fact.device_lifecycle AS lifecycle
SET hours_join_to_enroll =
    CAST(((epoch_ms(lifecycle.enrolled_utc) - epoch_ms(lifecycle.joined_utc) + 18000) // 36000) / 100.0 AS DECIMAL(12, 2))
WHERE lifecycle.enrolled_utc >= lifecycle.joined_utc
    AND lifecycle.hours_join_to_enroll IS NULL;
