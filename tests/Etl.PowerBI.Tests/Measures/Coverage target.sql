SELECT CAST(sum(trend.coverage_target * trend.in_scope) AS DOUBLE PRECISION) / nullif(sum(trend.in_scope), 0)
FROM report.coverage_trend AS trend
JOIN report.snapshot_day AS day
    ON day.tenant_key = trend.tenant_key AND day.snapshot_date_key = trend.snapshot_date_key
WHERE day.is_latest = 1 AND trend.coverage_target IS NOT NULL;
