-- What changed since the snapshot before; nothing for a tenant's first snapshot. A device that comes or goes gets that event alone,
-- with its enrolment state as the code.
INSERT INTO fact.device_event (
    event_date_key,
    tenant_key,
    device_key,
    device_version_key,
    event_type_key,
    old_code,
    new_code,
    previous_date_key
)
WITH today AS (
    SELECT
        keyed.device_key,
        keyed.device_version_key,
        keyed.open_version_key,
        keyed.is_new_device,
        snapshot.join_type_key,
        snapshot.enrollment_state_key,
        snapshot.enrollment_method_key,
        snapshot.compliance_state_key,
        snapshot.is_enrolled
    FROM fact.device_snapshot AS snapshot
    JOIN staging.device_key AS keyed ON keyed.device_version_key = snapshot.device_version_key
    JOIN dim.tenant AS tenant ON tenant.tenant_key = snapshot.tenant_key
    WHERE snapshot.snapshot_date_key = $snapshot_date_key
        AND tenant.tenant = $tenant
        AND $previous_date_key IS NOT NULL
),
before AS (
    SELECT
        snapshot.device_version_key,
        snapshot.join_type_key,
        snapshot.enrollment_state_key,
        snapshot.enrollment_method_key,
        snapshot.compliance_state_key,
        snapshot.is_enrolled
    FROM fact.device_snapshot AS snapshot
    JOIN dim.tenant AS tenant ON tenant.tenant_key = snapshot.tenant_key
    WHERE snapshot.snapshot_date_key = $previous_date_key
        AND tenant.tenant = $tenant
),
changed AS (
    SELECT
        today.device_key,
        today.device_version_key,
        old_join.code AS old_join_type,
        new_join.code AS new_join_type,
        old_state.code AS old_state,
        new_state.code AS new_state,
        old_method.code AS old_method,
        new_method.code AS new_method,
        old_compliance.code AS old_compliance,
        new_compliance.code AS new_compliance,
        before.is_enrolled AS was_enrolled,
        today.is_enrolled
    FROM today
    JOIN before ON before.device_version_key = today.open_version_key
    JOIN dim.join_type AS old_join ON old_join.join_type_key = before.join_type_key
    JOIN dim.join_type AS new_join ON new_join.join_type_key = today.join_type_key
    JOIN dim.enrollment_state AS old_state ON old_state.enrollment_state_key = before.enrollment_state_key
    JOIN dim.enrollment_state AS new_state ON new_state.enrollment_state_key = today.enrollment_state_key
    JOIN dim.enrollment_method AS old_method ON old_method.enrollment_method_key = before.enrollment_method_key
    JOIN dim.enrollment_method AS new_method ON new_method.enrollment_method_key = today.enrollment_method_key
    JOIN dim.compliance_state AS old_compliance ON old_compliance.compliance_state_key = before.compliance_state_key
    JOIN dim.compliance_state AS new_compliance ON new_compliance.compliance_state_key = today.compliance_state_key
    WHERE before.join_type_key <> today.join_type_key
        OR before.is_enrolled <> today.is_enrolled
        OR before.enrollment_method_key <> today.enrollment_method_key
        OR before.compliance_state_key <> today.compliance_state_key
),
arrived AS (
    SELECT
        today.device_key,
        today.device_version_key,
        today.is_new_device,
        last_state.code AS old_state,
        state.code AS new_state
    FROM today
    JOIN dim.enrollment_state AS state ON state.enrollment_state_key = today.enrollment_state_key
    LEFT JOIN (
        SELECT event.device_key, event.old_code AS code
        FROM fact.device_event AS event
        JOIN dim.event_type AS event_type ON event_type.event_type_key = event.event_type_key
        JOIN dim.tenant AS tenant ON tenant.tenant_key = event.tenant_key
        JOIN fact.device_lifecycle AS lifecycle
            ON lifecycle.device_key = event.device_key
            AND lifecycle.removed_date_key = event.event_date_key
        WHERE event_type.code = 'Removed'
            AND tenant.tenant = $tenant
    ) AS last_state ON last_state.device_key = today.device_key
    WHERE today.open_version_key IS NULL
),
event AS (
    SELECT 'Appeared' AS code, device_key, device_version_key, NULL AS old_code, new_state AS new_code
    FROM arrived
    WHERE is_new_device
    UNION ALL
    SELECT 'Reappeared', device_key, device_version_key, old_state, new_state
    FROM arrived
    WHERE NOT is_new_device
    UNION ALL
    SELECT 'Removed', device.device_key, before.device_version_key, state.code, NULL
    FROM before
    JOIN dim.device AS device ON device.device_version_key = before.device_version_key
    JOIN dim.enrollment_state AS state ON state.enrollment_state_key = before.enrollment_state_key
    WHERE NOT EXISTS (SELECT 1 FROM today WHERE today.open_version_key = before.device_version_key)
    UNION ALL
    SELECT 'JoinTypeChanged', device_key, device_version_key, old_join_type, new_join_type
    FROM changed
    WHERE old_join_type <> new_join_type
    UNION ALL
    SELECT 'Enrolled', device_key, device_version_key, old_state, new_state
    FROM changed
    WHERE is_enrolled
        AND NOT was_enrolled
    UNION ALL
    SELECT 'Unenrolled', device_key, device_version_key, old_state, new_state
    FROM changed
    WHERE was_enrolled
        AND NOT is_enrolled
    UNION ALL
    SELECT 'EnrollmentMethodChanged', device_key, device_version_key, old_method, new_method
    FROM changed
    WHERE was_enrolled
        AND is_enrolled
        AND old_method <> new_method
    UNION ALL
    SELECT 'BecameCompliant', device_key, device_version_key, old_compliance, new_compliance
    FROM changed
    WHERE new_compliance = 'compliant'
        AND old_compliance <> 'compliant'
    UNION ALL
    SELECT 'BecameNonCompliant', device_key, device_version_key, old_compliance, new_compliance
    FROM changed
    WHERE new_compliance = 'noncompliant'
        AND old_compliance <> 'noncompliant'
)
SELECT
    $snapshot_date_key,
    (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant),
    event.device_key,
    event.device_version_key,
    event_type.event_type_key,
    event.old_code,
    event.new_code,
    $previous_date_key
FROM event
JOIN dim.event_type AS event_type ON event_type.code = event.code
ORDER BY
    event_type.event_type_key,
    event.device_key;
