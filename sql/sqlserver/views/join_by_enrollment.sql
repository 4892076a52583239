-- One row per snapshot date, tenant, join type and enrolment state that has devices: the matrix, in long form.
CREATE OR ALTER VIEW report.join_by_enrollment AS
SELECT
    day.date AS snapshot_date,
    tenant.tenant,
    join_type.code AS join_type,
    join_type.label AS join_type_label,
    state.code AS enrollment_state,
    state.label AS enrollment_state_label,
    counted.devices,
    counted.in_scope,
    counted.covered,
    join_type.sort_order AS join_type_sort_order,
    state.sort_order AS enrollment_state_sort_order,
    counted.snapshot_date_key,
    counted.tenant_key
FROM (
    SELECT
        snapshot.snapshot_date_key,
        snapshot.tenant_key,
        snapshot.join_type_key,
        snapshot.enrollment_state_key,
        COUNT_BIG(*) AS devices,
        CAST(SUM(CASE WHEN snapshot.is_in_scope = 1 THEN 1 ELSE 0 END) AS bigint) AS in_scope,
        CAST(SUM(CASE WHEN snapshot.is_covered = 1 THEN 1 ELSE 0 END) AS bigint) AS covered
    FROM fact.device_snapshot AS snapshot
    GROUP BY
        snapshot.snapshot_date_key,
        snapshot.tenant_key,
        snapshot.join_type_key,
        snapshot.enrollment_state_key
) AS counted
JOIN dim.date AS day ON day.date_key = counted.snapshot_date_key
JOIN dim.tenant AS tenant ON tenant.tenant_key = counted.tenant_key
JOIN dim.join_type AS join_type ON join_type.join_type_key = counted.join_type_key
JOIN dim.enrollment_state AS state ON state.enrollment_state_key = counted.enrollment_state_key;
