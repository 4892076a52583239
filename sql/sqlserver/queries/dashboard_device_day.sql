-- The day that a device was last seen on.
SELECT
    lifecycle.device_key,
    lifecycle.last_seen_date_key AS snapshot_date_key
FROM report.fact_device_lifecycle AS lifecycle
WHERE lifecycle.tenant_key = @tenant_key
    AND lifecycle.device_key = (
        SELECT MAX(device.device_key)
        FROM report.dim_device AS device
        WHERE device.tenant_key = @tenant_key
            AND device.device_id = @device_id
    );
