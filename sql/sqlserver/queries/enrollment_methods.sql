-- One row per tenant and way of enrolling that enrolled devices used, on its latest published day, the most frequent first.
SELECT
    published.tenant,
    published.snapshot_date,
    method.code AS enrollment_method,
    method.label,
    method.category,
    COUNT_BIG(*) AS devices,
    CAST(SUM(CASE WHEN snapshot.is_autopilot = 1 THEN 1 ELSE 0 END) AS bigint) AS autopilot,
    CAST(SUM(CASE WHEN snapshot.join_type_as_expected = 0 THEN 1 ELSE 0 END) AS bigint) AS unexpected_join_type
FROM report.fact_device_snapshot AS snapshot
JOIN report.snapshot_day AS published
    ON published.tenant_key = snapshot.tenant_key
    AND published.snapshot_date_key = snapshot.snapshot_date_key
JOIN report.dim_enrollment_method AS method ON method.enrollment_method_key = snapshot.enrollment_method_key
WHERE published.is_latest = 1
    AND (@tenant IS NULL OR published.tenant = @tenant)
    AND snapshot.is_enrolled = 1
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
