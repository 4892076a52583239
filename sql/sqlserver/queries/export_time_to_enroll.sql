-- Dataset time-to-enroll: one row per tenant, month of enrolment and method.
SELECT
    month,
    tenant,
    enrollment_method,
    label,
    category,
    devices,
    median_hours,
    p90_hours
FROM report.time_to_enroll
WHERE (@tenant IS NULL OR tenant = @tenant)
    AND (@from_date IS NULL OR EOMONTH(month) >= @from_date)
    AND (@to_date IS NULL OR month <= @to_date)
ORDER BY
    tenant,
    month,
    enrollment_method;
