SELECT CASE WHEN sum(wanted) > sum(covered) THEN ceiling(round(sum(wanted), 6)) - sum(covered) ELSE 0 END
FROM (
    SELECT trend.coverage_target * trend.in_scope AS wanted, trend.covered
    FROM report.coverage_trend AS trend
    JOIN report.snapshot_day AS day
        ON day.tenant_key = trend.tenant_key AND day.snapshot_date_key = trend.snapshot_date_key
    WHERE day.is_latest = 1 AND trend.coverage_target IS NOT NULL
) AS tenant;
