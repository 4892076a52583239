-- One row per version of a device of a tenant, from valid_from to the day before valid_to (9999-12-31 while it holds).
-- is_latest marks the last version of a device, which is its current one unless it was removed.
CREATE OR REPLACE VIEW report.dim_device AS
SELECT
    device.device_version_key,
    device.device_key,
    device.tenant_key,
    coalesce(device.device_id_text, CAST(device.device_id AS VARCHAR)) AS device_id,
    device.device_name,
    device.serial_number,
    device.manufacturer,
    device.model,
    device.organizational_unit,
    device.primary_user,
    coalesce(device.entra_object_id_text, CAST(device.entra_object_id AS VARCHAR)) AS entra_object_id,
    coalesce(device.intune_id_text, CAST(device.intune_id AS VARCHAR)) AS intune_id,
    device.ad_distinguished_name,
    device.ad_sid,
    device.registered_utc,
    device.enrolled_utc,
    device.valid_from,
    device.valid_to,
    device.is_current,
    ownership.code AS ownership,
    join_type.code AS join_type,
    method.code AS enrollment_method,
    device.is_enrolled,
    device.is_autopilot,
    row_number() OVER (PARTITION BY device.device_key ORDER BY device.valid_from DESC) = 1 AS is_latest
FROM dim.device AS device
JOIN dim.ownership AS ownership ON ownership.ownership_key = device.ownership_key
JOIN dim.join_type AS join_type ON join_type.join_type_key = device.join_type_key
JOIN dim.enrollment_method AS method ON method.enrollment_method_key = device.enrollment_method_key;
