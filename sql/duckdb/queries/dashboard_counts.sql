-- Devices of one day, counted by everything that pages count by: one row per combination that has devices.
SELECT
    join_type.code AS join_type,
    state.code AS enrollment_state,
    method.code AS enrollment_method,
    platform.code AS platform,
    ownership.code AS ownership,
    reason.code AS gap_reason,
    counted.devices,
    counted.enrolled,
    counted.in_scope,
    counted.covered,
    counted.autopilot,
    counted.unexpected_join_type
FROM (
    SELECT
        snapshot.join_type_key,
        snapshot.enrollment_state_key,
        snapshot.enrollment_method_key,
        snapshot.platform_key,
        snapshot.ownership_key,
        snapshot.gap_reason_key,
        count(*) AS devices,
        CAST(sum(CASE WHEN snapshot.is_enrolled THEN 1 ELSE 0 END) AS BIGINT) AS enrolled,
        CAST(sum(CASE WHEN snapshot.is_in_scope THEN 1 ELSE 0 END) AS BIGINT) AS in_scope,
        CAST(sum(CASE WHEN snapshot.is_covered THEN 1 ELSE 0 END) AS BIGINT) AS covered,
        CAST(sum(CASE WHEN snapshot.is_autopilot THEN 1 ELSE 0 END) AS BIGINT) AS autopilot,
        CAST(sum(CASE WHEN NOT snapshot.join_type_as_expected THEN 1 ELSE 0 END) AS BIGINT) AS unexpected_join_type
    FROM fact.device_snapshot AS snapshot
    WHERE snapshot.tenant_key = $tenant_key
        AND snapshot.snapshot_date_key = $snapshot_date_key
    GROUP BY
        snapshot.join_type_key,
        snapshot.enrollment_state_key,
        snapshot.enrollment_method_key,
        snapshot.platform_key,
        snapshot.ownership_key,
        snapshot.gap_reason_key
) AS counted
JOIN report.dim_join_type AS join_type ON join_type.join_type_key = counted.join_type_key
JOIN report.dim_enrollment_state AS state ON state.enrollment_state_key = counted.enrollment_state_key
JOIN report.dim_enrollment_method AS method ON method.enrollment_method_key = counted.enrollment_method_key
JOIN report.dim_platform AS platform ON platform.platform_key = counted.platform_key
JOIN report.dim_ownership AS ownership ON ownership.ownership_key = counted.ownership_key
JOIN report.dim_gap_reason AS reason ON reason.gap_reason_key = counted.gap_reason_key;
