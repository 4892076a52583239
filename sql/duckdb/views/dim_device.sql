-- One row per device of a tenant, with its attributes as last published.
CREATE OR REPLACE VIEW report.dim_device AS
SELECT
    device.device_version_key,
    device.device_key,
    device.tenant_key,
    device.device_id,
    device.device_name,
    device.serial_number,
    device.manufacturer,
    device.model,
    device.organizational_unit,
    device.primary_user,
    device.entra_object_id,
    device.intune_id,
    device.ad_distinguished_name,
    device.ad_sid,
    device.registered_utc,
    device.enrolled_utc,
    device.first_snapshot_date_key
FROM dim.device AS device;
