-- Versions that another one replaces, or whose device is gone, end with the day before.
UPDATE dim.device AS device
SET
    valid_to = $snapshot_date,
    is_current = false
WHERE device.is_current
    AND device.tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant)
    AND NOT EXISTS (SELECT 1 FROM staging.device_key AS keyed WHERE keyed.device_version_key = device.device_version_key);

-- Type 1 attributes of a version that goes on: the old values are kept aside, so that the day can be taken back.
INSERT INTO ops.device_overwrite (
    device_version_key,
    tenant_key,
    overwrite_date_key,
    type1_hash,
    entra_object_id,
    entra_object_id_text,
    intune_id,
    intune_id_text,
    ad_distinguished_name,
    ad_sid,
    registered_utc,
    enrolled_utc
)
SELECT
    device.device_version_key,
    device.tenant_key,
    $snapshot_date_key,
    device.type1_hash,
    device.entra_object_id,
    device.entra_object_id_text,
    device.intune_id,
    device.intune_id_text,
    device.ad_distinguished_name,
    device.ad_sid,
    device.registered_utc,
    device.enrolled_utc
FROM dim.device AS device
JOIN staging.device_key AS keyed ON keyed.device_version_key = device.device_version_key
WHERE keyed.is_overwritten;

UPDATE dim.device AS device
SET
    type1_hash = staged.type1_hash,
    entra_object_id = staged.entra_object_id,
    entra_object_id_text = staged.entra_object_id_text,
    intune_id = staged.intune_id,
    intune_id_text = staged.intune_id_text,
    ad_distinguished_name = staged.ad_distinguished_name,
    ad_sid = staged.ad_sid,
    registered_utc = staged.registered_utc,
    enrolled_utc = staged.enrolled_utc
FROM staging.device_key AS keyed
JOIN staging.device AS staged ON staged.staged_row = keyed.staged_row
WHERE device.device_version_key = keyed.device_version_key
    AND keyed.is_overwritten;

-- Rows that this transaction staged count as none in the library's estimates, and it would then hash the wide side of the join. Joined
-- as written it hashes the keys.
SET disabled_optimizers = 'join_order,build_side_probe_side';

INSERT INTO dim.device (
    device_version_key,
    device_key,
    tenant_key,
    device_id,
    device_id_text,
    valid_from,
    valid_to,
    is_current,
    type2_hash,
    type1_hash,
    device_name,
    serial_number,
    manufacturer,
    model,
    ownership_key,
    organizational_unit,
    primary_user,
    join_type_key,
    enrollment_method_key,
    is_enrolled,
    is_autopilot,
    entra_object_id,
    entra_object_id_text,
    intune_id,
    intune_id_text,
    ad_distinguished_name,
    ad_sid,
    registered_utc,
    enrolled_utc
)
SELECT
    keyed.device_version_key,
    keyed.device_key,
    (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant),
    staged.device_id,
    staged.device_id_text,
    $snapshot_date,
    DATE '9999-12-31',
    true,
    staged.type2_hash,
    staged.type1_hash,
    staged.device_name,
    staged.serial_number,
    staged.manufacturer,
    staged.model,
    staged.ownership_key,
    staged.organizational_unit,
    staged.primary_user,
    staged.join_type_key,
    staged.enrollment_method_key,
    staged.is_enrolled,
    staged.is_autopilot,
    staged.entra_object_id,
    staged.entra_object_id_text,
    staged.intune_id,
    staged.intune_id_text,
    staged.ad_distinguished_name,
    staged.ad_sid,
    staged.registered_utc,
    staged.enrolled_utc
FROM staging.classified_device AS staged
JOIN staging.device_key AS keyed ON keyed.staged_row = staged.staged_row
WHERE keyed.is_new_version;

RESET disabled_optimizers;
