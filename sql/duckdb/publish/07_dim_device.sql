-- New devices get keys in the order of their ids: first the keys that this day's earlier publish gave up, then the next ones.
-- No sequence, which would keep a gap after a rollback: a killed run leaves the warehouse of an undisturbed one.
INSERT INTO staging.device_key (staged_row, device_key, is_new)
WITH known_device AS (
    SELECT device.device_id, device.device_key
    FROM dim.device AS device
    JOIN dim.tenant AS tenant ON tenant.tenant_key = device.tenant_key
    WHERE tenant.tenant = $tenant
)
SELECT staged.staged_row, known_device.device_key, false
FROM staging.classified_device AS staged
JOIN known_device ON known_device.device_id = staged.device_id;

INSERT INTO staging.device_key (staged_row, device_key, is_new)
WITH newcomer AS (
    SELECT staged.staged_row, row_number() OVER (ORDER BY staged.device_id) AS position
    FROM staging.classified_device AS staged
    WHERE NOT EXISTS (SELECT 1 FROM staging.device_key AS keyed WHERE keyed.staged_row = staged.staged_row)
),
freed AS (
    SELECT device_key, row_number() OVER (ORDER BY device_key) AS position
    FROM staging.freed_device_key
),
highest AS (
    SELECT max(device_key) AS device_key
    FROM (
        SELECT coalesce(max(device_key), 0) AS device_key FROM dim.device
        UNION ALL
        SELECT coalesce(max(device_key), 0) FROM staging.freed_device_key
    ) AS used
)
SELECT
    newcomer.staged_row,
    coalesce(freed.device_key, highest.device_key + newcomer.position - (SELECT count(*) FROM freed)),
    true
FROM newcomer
CROSS JOIN highest
LEFT JOIN freed ON freed.position = newcomer.position;

UPDATE dim.device AS device
SET
    device_name = staged.device_name,
    serial_number = staged.serial_number,
    manufacturer = staged.manufacturer,
    model = staged.model,
    organizational_unit = staged.organizational_unit,
    primary_user = staged.primary_user,
    entra_object_id = staged.entra_object_id,
    intune_id = staged.intune_id,
    ad_distinguished_name = staged.ad_distinguished_name,
    ad_sid = staged.ad_sid,
    registered_utc = staged.registered_utc,
    enrolled_utc = staged.enrolled_utc
FROM staging.classified_device AS staged
JOIN staging.device_key AS keyed ON keyed.staged_row = staged.staged_row
WHERE device.device_key = keyed.device_key
    AND NOT keyed.is_new
    AND (device.device_name IS DISTINCT FROM staged.device_name
        OR device.serial_number IS DISTINCT FROM staged.serial_number
        OR device.manufacturer IS DISTINCT FROM staged.manufacturer
        OR device.model IS DISTINCT FROM staged.model
        OR device.organizational_unit IS DISTINCT FROM staged.organizational_unit
        OR device.primary_user IS DISTINCT FROM staged.primary_user
        OR device.entra_object_id IS DISTINCT FROM staged.entra_object_id
        OR device.intune_id IS DISTINCT FROM staged.intune_id
        OR device.ad_distinguished_name IS DISTINCT FROM staged.ad_distinguished_name
        OR device.ad_sid IS DISTINCT FROM staged.ad_sid
        OR device.registered_utc IS DISTINCT FROM staged.registered_utc
        OR device.enrolled_utc IS DISTINCT FROM staged.enrolled_utc);

INSERT INTO dim.device (
    device_version_key,
    device_key,
    tenant_key,
    device_id,
    device_name,
    serial_number,
    manufacturer,
    model,
    organizational_unit,
    primary_user,
    entra_object_id,
    intune_id,
    ad_distinguished_name,
    ad_sid,
    registered_utc,
    enrolled_utc,
    first_snapshot_date_key
)
SELECT
    keyed.device_key,
    keyed.device_key,
    (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant),
    staged.device_id,
    staged.device_name,
    staged.serial_number,
    staged.manufacturer,
    staged.model,
    staged.organizational_unit,
    staged.primary_user,
    staged.entra_object_id,
    staged.intune_id,
    staged.ad_distinguished_name,
    staged.ad_sid,
    staged.registered_utc,
    staged.enrolled_utc,
    $snapshot_date_key
FROM staging.classified_device AS staged
JOIN staging.device_key AS keyed ON keyed.staged_row = staged.staged_row
WHERE keyed.is_new;
