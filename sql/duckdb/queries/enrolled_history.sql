-- Ids of the devices that were enrolled on a published day in a span of days. An id that is no GUID comes as text.
-- A version that begins before the span's end holds on one of its published days when it ends after the first of them.
SELECT DISTINCT
    CASE WHEN device.device_id_text IS NULL THEN device.device_id END AS device_guid,
    device.device_id_text AS device_text
FROM dim.device AS device
JOIN dim.tenant AS tenant ON tenant.tenant_key = device.tenant_key
WHERE tenant.tenant = $tenant
    AND device.is_enrolled
    AND device.valid_from < $before_date
    AND device.valid_to > (
        SELECT min(day.date)
        FROM fact.coverage_daily AS coverage
        JOIN dim.date AS day ON day.date_key = coverage.snapshot_date_key
        WHERE coverage.tenant_key = tenant.tenant_key
            AND day.date >= $from_date
            AND day.date < $before_date
    );
