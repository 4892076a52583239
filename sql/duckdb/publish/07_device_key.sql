-- The keys under which each staged device is published. First those that nothing is new about: their open version goes on.
INSERT INTO staging.device_key (
    staged_row,
    device_key,
    device_version_key,
    open_version_key,
    is_new_device,
    is_new_version,
    is_overwritten
)
SELECT
    staged.staged_row,
    device.device_key,
    device.device_version_key,
    device.device_version_key,
    false,
    false,
    device.type1_hash <> staged.type1_hash
FROM staging.device AS staged
JOIN dim.device AS device
    ON device.device_id = staged.device_id
    AND device.type2_hash = staged.type2_hash
WHERE device.is_current
    AND device.tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

-- Then those that begin a version: changed, returned and new devices. New keys go by the order of the device ids: first the keys that
-- a day taken back gave up, then the next ones. No sequence, which would keep a gap after a rollback: a killed run leaves the
-- warehouse of an undisturbed one.
INSERT INTO staging.device_key (
    staged_row,
    device_key,
    device_version_key,
    open_version_key,
    is_new_device,
    is_new_version,
    is_overwritten
)
WITH beginning AS (
    SELECT staged.staged_row, staged.device_id
    FROM staging.device AS staged
    WHERE NOT EXISTS (SELECT 1 FROM staging.device_key AS keyed WHERE keyed.staged_row = staged.staged_row)
),
known AS (
    SELECT
        device.device_id,
        max(device.device_key) AS device_key,
        max(CASE WHEN device.is_current THEN device.device_version_key END) AS open_version_key
    FROM dim.device AS device
    JOIN beginning ON beginning.device_id = device.device_id
    WHERE device.tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant)
    GROUP BY device.device_id
),
numbered AS (
    SELECT
        beginning.staged_row,
        known.device_key,
        known.open_version_key,
        row_number() OVER (ORDER BY beginning.device_id) AS version_number,
        CAST(sum(CASE WHEN known.device_key IS NULL THEN 1 ELSE 0 END)
            OVER (ORDER BY beginning.device_id ROWS UNBOUNDED PRECEDING) AS BIGINT) AS device_number
    FROM beginning
    LEFT JOIN known ON known.device_id = beginning.device_id
),
freed AS (
    SELECT
        freed_key.key_kind,
        freed_key.key_value,
        row_number() OVER (PARTITION BY freed_key.key_kind ORDER BY freed_key.key_value) AS number
    FROM ops.freed_key AS freed_key
    WHERE freed_key.tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant)
),
used AS (
    SELECT 'device' AS key_kind, device_key AS key_value FROM dim.device
    UNION ALL
    SELECT 'version', device_version_key FROM dim.device
    UNION ALL
    SELECT key_kind, key_value FROM ops.freed_key
),
next_key AS (
    SELECT
        coalesce(max(CASE WHEN used.key_kind = 'device' THEN used.key_value END), 0)
            - (SELECT count(*) FROM freed WHERE freed.key_kind = 'device') AS device_offset,
        coalesce(max(CASE WHEN used.key_kind = 'version' THEN used.key_value END), 0)
            - (SELECT count(*) FROM freed WHERE freed.key_kind = 'version') AS version_offset
    FROM used
)
SELECT
    numbered.staged_row,
    coalesce(numbered.device_key, freed_device.key_value, next_key.device_offset + numbered.device_number),
    coalesce(freed_version.key_value, next_key.version_offset + numbered.version_number),
    numbered.open_version_key,
    numbered.device_key IS NULL,
    true,
    false
FROM numbered
CROSS JOIN next_key
LEFT JOIN freed AS freed_device
    ON freed_device.key_kind = 'device'
    AND freed_device.number = numbered.device_number
LEFT JOIN freed AS freed_version
    ON freed_version.key_kind = 'version'
    AND freed_version.number = numbered.version_number;

-- What was handed out again is free no longer: the free keys came first and in their order, so all up to the largest key given.
DELETE FROM ops.freed_key
WHERE tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant)
    AND (key_kind = 'device' AND key_value <= (SELECT max(device_key) FROM staging.device_key WHERE is_new_device)
        OR key_kind = 'version' AND key_value <= (SELECT max(device_version_key) FROM staging.device_key WHERE is_new_version));
