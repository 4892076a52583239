-- fail
-- the day holds each staged device once, under a key of its own
SELECT 'rows, devices, staged' AS subject, counted.published || ', ' || counted.devices || ', ' || counted.staged AS found
FROM (
    SELECT
        count(*) AS published,
        count(DISTINCT device.device_key) AS devices,
        (SELECT count(*) FROM staging.device) AS staged
    FROM fact.device_snapshot AS snapshot
    JOIN dim.device AS device ON device.device_version_key = snapshot.device_version_key
    JOIN dim.tenant AS tenant ON tenant.tenant_key = snapshot.tenant_key
    WHERE snapshot.snapshot_date_key = $snapshot_date_key
        AND tenant.tenant = $tenant
) AS counted
WHERE counted.published <> counted.devices
    OR counted.published <> counted.staged;
