-- One row per tenant and way of enrolling that enrolled devices used, on its latest published day, the most frequent first.
SELECT
    published.tenant,
    published.snapshot_date,
    method.code AS enrollment_method,
    method.label,
    method.category,
    count(*) AS devices,
    CAST(sum(CASE WHEN snapshot.is_autopilot THEN 1 ELSE 0 END) AS BIGINT) AS autopilot,
    CAST(sum(CASE WHEN NOT snapshot.join_type_as_expected THEN 1 ELSE 0 END) AS BIGINT) AS unexpected_join_type
FROM fact.device_snapshot AS snapshot
JOIN report.snapshot_day AS published
    ON published.tenant_key = snapshot.tenant_key
    AND published.snapshot_date_key = snapshot.snapshot_date_key
JOIN report.dim_enrollment_method AS method ON method.enrollment_method_key = snapshot.enrollment_method_key
WHERE published.is_latest
    AND ($tenant IS NULL OR published.tenant = $tenant)
    AND snapshot.is_enrolled
GROUP BY
    published.tenant,
    published.snapshot_date,
    method.code,
    method.label,
    method.category
ORDER BY
    published.tenant,
    devices DESC,
    method.code;
