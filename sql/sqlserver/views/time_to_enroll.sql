-- One row per tenant, month of enrolment and first enrolment method: how long devices waited from their join to their enrolment.
-- Percentiles by nearest rank. Devices without both instants, or enrolled before they joined, are not counted.
CREATE OR ALTER VIEW report.time_to_enroll AS
WITH enrolled AS (
    SELECT
        lifecycle.tenant_key,
        DATEFROMPARTS(YEAR(lifecycle.enrolled_utc), MONTH(lifecycle.enrolled_utc), 1) AS month,
        lifecycle.enrollment_method_key,
        lifecycle.hours_join_to_enroll AS hours
    FROM fact.device_lifecycle AS lifecycle
    WHERE lifecycle.hours_join_to_enroll IS NOT NULL
),
waited AS (
    SELECT
        enrolled.tenant_key,
        enrolled.month,
        enrolled.enrollment_method_key,
        enrolled.hours,
        ROW_NUMBER() OVER (
            PARTITION BY enrolled.tenant_key, enrolled.month, enrolled.enrollment_method_key
            ORDER BY enrolled.hours) AS position,
        COUNT_BIG(*) OVER (PARTITION BY enrolled.tenant_key, enrolled.month, enrolled.enrollment_method_key) AS devices
    FROM enrolled
)
SELECT
    waited.month,
    tenant.tenant,
    method.code AS enrollment_method,
    method.label,
    method.category,
    waited.devices,
    CAST(MAX(CASE WHEN waited.position = (waited.devices + 1) / 2 THEN waited.hours END) AS decimal(12, 2)) AS median_hours,
    CAST(MAX(CASE WHEN waited.position = (9 * waited.devices + 9) / 10 THEN waited.hours END) AS decimal(12, 2)) AS p90_hours,
    waited.tenant_key,
    waited.enrollment_method_key
FROM waited
JOIN dim.tenant AS tenant ON tenant.tenant_key = waited.tenant_key
JOIN dim.enrollment_method AS method ON method.enrollment_method_key = waited.enrollment_method_key
GROUP BY
    waited.month,
    tenant.tenant,
    method.code,
    method.label,
    method.category,
    waited.devices,
    waited.tenant_key,
    waited.enrollment_method_key;
