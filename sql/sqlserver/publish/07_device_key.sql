-- The keys under which each staged device is published. First those that nothing is new about: their open version goes on.
CREATE OR ALTER PROCEDURE publish.device_key
    @tenant nvarchar(200)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

DECLARE @tenant_key smallint = (SELECT tenant_key FROM dim.tenant WHERE tenant = @tenant);

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
    0,
    0,
    CASE WHEN device.type1_hash <> staged.type1_hash THEN 1 ELSE 0 END
FROM staging.classified_device AS staged
JOIN dim.device AS device
    ON device.device_id = staged.device_id
    AND device.type2_hash = staged.type2_hash
WHERE device.is_current = 1
    AND device.tenant_key = @tenant_key
OPTION (RECOMPILE);

-- Then those that begin a version: changed, returned and new devices. New keys go by the order of the device ids: first the keys that
-- a day taken back gave up, then the next ones. No sequence, which would keep a gap after a rollback: a killed run leaves the
-- warehouse of an undisturbed one. What is known of a device is looked up by key: it may be one of few that changed, or of all.
DECLARE @freed_devices int = (SELECT COUNT(*) FROM ops.freed_key WHERE tenant_key = @tenant_key AND key_kind = 'device');
DECLARE @freed_versions int = (SELECT COUNT(*) FROM ops.freed_key WHERE tenant_key = @tenant_key AND key_kind = 'version');
DECLARE @last_device int = (
    SELECT COALESCE(MAX(used.key_value), 0)
    FROM (
        SELECT MAX(device_key) AS key_value FROM dim.device
        UNION ALL
        SELECT MAX(key_value) FROM ops.freed_key WHERE key_kind = 'device'
    ) AS used
);
DECLARE @last_version int = (
    SELECT COALESCE(MAX(used.key_value), 0)
    FROM (
        SELECT MAX(device_version_key) AS key_value FROM dim.device
        UNION ALL
        SELECT MAX(key_value) FROM ops.freed_key WHERE key_kind = 'version'
    ) AS used
);

WITH numbered AS (
    SELECT
        beginning.staged_row,
        known.device_key,
        known.open_version_key,
        ROW_NUMBER() OVER (ORDER BY beginning.device_id) AS version_number,
        SUM(CASE WHEN known.device_key IS NULL THEN 1 ELSE 0 END)
            OVER (ORDER BY beginning.device_id ROWS UNBOUNDED PRECEDING) AS device_number
    FROM (
        SELECT staged.staged_row, staged.device_id
        FROM staging.classified_device AS staged
        WHERE NOT EXISTS (SELECT 1 FROM staging.device_key AS keyed WHERE keyed.staged_row = staged.staged_row)
    ) AS beginning
    OUTER APPLY (
        SELECT
            MAX(device.device_key) AS device_key,
            MAX(CASE WHEN device.is_current = 1 THEN device.device_version_key END) AS open_version_key
        FROM dim.device AS device
        WHERE device.tenant_key = @tenant_key
            AND device.device_id = beginning.device_id
    ) AS known
),
freed AS (
    SELECT
        freed_key.key_kind,
        freed_key.key_value,
        ROW_NUMBER() OVER (PARTITION BY freed_key.key_kind ORDER BY freed_key.key_value) AS number
    FROM ops.freed_key AS freed_key
    WHERE freed_key.tenant_key = @tenant_key
)
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
    numbered.staged_row,
    COALESCE(numbered.device_key, freed_device.key_value, @last_device - @freed_devices + numbered.device_number),
    COALESCE(freed_version.key_value, @last_version - @freed_versions + numbered.version_number),
    numbered.open_version_key,
    CASE WHEN numbered.device_key IS NULL THEN 1 ELSE 0 END,
    1,
    0
FROM numbered
LEFT JOIN freed AS freed_device
    ON freed_device.key_kind = 'device'
    AND freed_device.number = numbered.device_number
LEFT JOIN freed AS freed_version
    ON freed_version.key_kind = 'version'
    AND freed_version.number = numbered.version_number
OPTION (RECOMPILE);

-- What was handed out again is free no longer.
DELETE FROM ops.freed_key
WHERE tenant_key = @tenant_key
    AND (key_kind = 'device' AND key_value IN (SELECT device_key FROM staging.device_key WHERE is_new_device = 1)
        OR key_kind = 'version' AND key_value IN (SELECT device_version_key FROM staging.device_key WHERE is_new_version = 1));
