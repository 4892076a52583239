-- Ids of the devices that were enrolled on a published day in a span of days. An id that is no GUID comes as text.
SELECT
    TRY_CAST(device.device_id AS UUID) AS device_guid,
    CASE WHEN TRY_CAST(device.device_id AS UUID) IS NULL THEN device.device_id END AS device_text
FROM dim.device AS device
JOIN dim.tenant AS tenant ON tenant.tenant_key = device.tenant_key
WHERE tenant.tenant = $tenant
    AND device.device_key IN (
        SELECT snapshot.device_key
        FROM fact.device_snapshot AS snapshot
        WHERE snapshot.is_enrolled
            AND snapshot.snapshot_date_key >= $from_date_key
            AND snapshot.snapshot_date_key < $before_date_key
    );
