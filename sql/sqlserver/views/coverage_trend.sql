-- One row per tenant and published day: the whole tenant in one line, and how its coverage has moved.
-- The change over 7 (28) days is to the latest day published 7 to 13 (28 to 34) days before; null where there is none.
CREATE OR ALTER VIEW report.coverage_trend AS
WITH counted AS (
    SELECT
        coverage.tenant_key,
        coverage.snapshot_date_key,
        CAST(SUM(coverage.devices) AS bigint) AS devices,
        CAST(SUM(coverage.enrolled) AS bigint) AS enrolled,
        CAST(SUM(coverage.in_scope) AS bigint) AS in_scope,
        CAST(SUM(coverage.covered) AS bigint) AS covered,
        CAST(SUM(coverage.compliant) AS bigint) AS compliant,
        CAST(SUM(coverage.stale) AS bigint) AS stale
    FROM fact.coverage_daily AS coverage
    GROUP BY
        coverage.tenant_key,
        coverage.snapshot_date_key
),
daily AS (
    SELECT
        day.date AS snapshot_date,
        counted.tenant_key,
        counted.snapshot_date_key,
        counted.devices,
        counted.enrolled,
        counted.in_scope,
        counted.covered,
        counted.compliant,
        counted.stale,
        CASE
            WHEN counted.in_scope > 0
                THEN CAST(CAST((20000 * counted.covered + counted.in_scope) / (2 * counted.in_scope) AS decimal(19, 0)) / 10000 AS decimal(5, 4))
        END AS coverage,
        CASE
            WHEN counted.devices > 0
                THEN CAST(CAST((20000 * counted.enrolled + counted.devices) / (2 * counted.devices) AS decimal(19, 0)) / 10000 AS decimal(5, 4))
        END AS coverage_all
    FROM counted
    JOIN dim.date AS day ON day.date_key = counted.snapshot_date_key
),
week_before AS (
    SELECT daily.tenant_key, daily.snapshot_date_key, MAX(earlier.snapshot_date_key) AS earlier_date_key
    FROM daily
    JOIN daily AS earlier
        ON earlier.tenant_key = daily.tenant_key
        AND earlier.snapshot_date <= DATEADD(day, -7, daily.snapshot_date)
        AND earlier.snapshot_date > DATEADD(day, -14, daily.snapshot_date)
    GROUP BY
        daily.tenant_key,
        daily.snapshot_date_key
),
month_before AS (
    SELECT daily.tenant_key, daily.snapshot_date_key, MAX(earlier.snapshot_date_key) AS earlier_date_key
    FROM daily
    JOIN daily AS earlier
        ON earlier.tenant_key = daily.tenant_key
        AND earlier.snapshot_date <= DATEADD(day, -28, daily.snapshot_date)
        AND earlier.snapshot_date > DATEADD(day, -35, daily.snapshot_date)
    GROUP BY
        daily.tenant_key,
        daily.snapshot_date_key
)
SELECT
    daily.snapshot_date,
    tenant.tenant,
    daily.devices,
    daily.enrolled,
    daily.in_scope,
    daily.covered,
    daily.coverage,
    daily.coverage_all,
    CAST(daily.coverage - week.coverage AS decimal(6, 4)) AS coverage_change_7_days,
    CAST(daily.coverage - month.coverage AS decimal(6, 4)) AS coverage_change_28_days,
    tenant.coverage_target,
    CAST(tenant.coverage_target - daily.coverage AS decimal(6, 4)) AS gap_to_target,
    daily.compliant,
    daily.stale,
    daily.snapshot_date_key,
    daily.tenant_key
FROM daily
JOIN dim.tenant AS tenant ON tenant.tenant_key = daily.tenant_key
LEFT JOIN week_before
    ON week_before.tenant_key = daily.tenant_key
    AND week_before.snapshot_date_key = daily.snapshot_date_key
LEFT JOIN daily AS week
    ON week.tenant_key = week_before.tenant_key
    AND week.snapshot_date_key = week_before.earlier_date_key
LEFT JOIN month_before
    ON month_before.tenant_key = daily.tenant_key
    AND month_before.snapshot_date_key = daily.snapshot_date_key
LEFT JOIN daily AS month
    ON month.tenant_key = month_before.tenant_key
    AND month.snapshot_date_key = month_before.earlier_date_key;
