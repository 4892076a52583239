-- fail
-- covered <= in scope <= devices and covered <= enrolled in every row, and the rows add up to the staged devices
SELECT 'counted, staged, contradictions' AS subject,
    counted.devices || ', ' || counted.staged || ', ' || counted.contradictions AS found
FROM (
    SELECT
        coalesce(sum(coverage.devices), 0) AS devices,
        (SELECT count(*) FROM staging.device) AS staged,
        coalesce(sum(CASE
            WHEN coverage.covered > coverage.in_scope
                OR coverage.in_scope > coverage.devices
                OR coverage.covered > coverage.enrolled THEN 1
            ELSE 0
        END), 0) AS contradictions
    FROM fact.coverage_daily AS coverage
    JOIN dim.tenant AS tenant ON tenant.tenant_key = coverage.tenant_key
    WHERE coverage.snapshot_date_key = $snapshot_date_key
        AND tenant.tenant = $tenant
) AS counted
WHERE counted.devices <> counted.staged
    OR counted.contradictions > 0;
