-- fail
-- a device present today has one version that holds, and every version a key of its own
SELECT 'versions, keys, current, devices, staged' AS subject,
    counted.versions || ', ' || counted.version_keys || ', ' || counted.open_versions || ', ' || counted.open_devices || ', ' || counted.staged AS found
FROM (
    SELECT
        (SELECT count(*) FROM dim.device) AS versions,
        (SELECT count(DISTINCT device_version_key) FROM dim.device) AS version_keys,
        count(*) AS open_versions,
        count(DISTINCT device.device_key) AS open_devices,
        (SELECT count(*) FROM staging.device) AS staged
    FROM dim.device AS device
    JOIN dim.tenant AS tenant ON tenant.tenant_key = device.tenant_key
    WHERE device.is_current
        AND tenant.tenant = $tenant
) AS counted
WHERE counted.versions <> counted.version_keys
    OR counted.open_versions <> counted.open_devices
    OR counted.open_versions <> counted.staged;
