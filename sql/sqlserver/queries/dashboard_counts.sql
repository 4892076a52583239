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
        COUNT_BIG(*) AS devices,
        CAST(SUM(CASE WHEN snapshot.is_enrolled = 1 THEN 1 ELSE 0 END) AS bigint) AS enrolled,
        CAST(SUM(CASE WHEN snapshot.is_in_scope = 1 THEN 1 ELSE 0 END) AS bigint) AS in_scope,
        CAST(SUM(CASE WHEN snapshot.is_covered = 1 THEN 1 ELSE 0 END) AS bigint) AS covered,
        CAST(SUM(CASE WHEN snapshot.is_autopilot = 1 THEN 1 ELSE 0 END) AS bigint) AS autopilot,
        CAST(SUM(CASE WHEN snapshot.join_type_as_expected = 0 THEN 1 ELSE 0 END) AS bigint) AS unexpected_join_type
    FROM report.fact_device_snapshot AS snapshot
    WHERE snapshot.tenant_key = @tenant_key
        AND snapshot.snapshot_date_key = @snapshot_date_key
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
