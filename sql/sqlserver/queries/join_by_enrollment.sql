-- One row per tenant, join type and enrolment state of its latest published day.
SELECT
    matrix.tenant,
    matrix.snapshot_date,
    matrix.join_type,
    matrix.join_type_label,
    matrix.enrollment_state,
    matrix.enrollment_state_label,
    matrix.devices
FROM report.join_by_enrollment AS matrix
JOIN report.snapshot_day AS published
    ON published.tenant_key = matrix.tenant_key
    AND published.snapshot_date_key = matrix.snapshot_date_key
WHERE published.is_latest = 1
    AND (@tenant IS NULL OR published.tenant = @tenant)
ORDER BY
    matrix.tenant,
    matrix.join_type_sort_order,
    matrix.enrollment_state_sort_order;
