-- Sources of the last published run of each tenant.
SELECT
    tenant,
    source,
    run_id,
    as_of_utc AS as_of,
    published_utc AS published,
    CAST(freshness_hours AS float) AS freshness_hours,
    rows_read,
    rows_used,
    rows_rejected,
    match_rate
FROM report.run_health
WHERE @tenant IS NULL OR tenant = @tenant
ORDER BY
    tenant,
    source;
