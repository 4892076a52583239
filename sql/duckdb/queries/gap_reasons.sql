-- One row per tenant and gap reason of its latest published day, those that cost most coverage first.
-- Missing: in scope and not covered.
SELECT
    published.tenant,
    published.snapshot_date,
    reason.code AS gap_reason,
    reason.label,
    reason.severity,
    count(*) AS devices,
    CAST(sum(CASE WHEN snapshot.is_in_scope AND NOT snapshot.is_covered THEN 1 ELSE 0 END) AS BIGINT) AS missing,
    reason.explanation,
    reason.recommended_action
FROM fact.device_snapshot AS snapshot
JOIN report.snapshot_day AS published
    ON published.tenant_key = snapshot.tenant_key
    AND published.snapshot_date_key = snapshot.snapshot_date_key
JOIN report.dim_gap_reason AS reason ON reason.gap_reason_key = snapshot.gap_reason_key
WHERE published.is_latest
    AND ($tenant IS NULL OR published.tenant = $tenant)
    AND reason.code <> 'None'
GROUP BY
    published.tenant,
    published.snapshot_date,
    reason.code,
    reason.label,
    reason.severity,
    reason.sort_order,
    reason.explanation,
    reason.recommended_action
ORDER BY
    published.tenant,
    missing DESC,
    devices DESC,
    reason.sort_order;
