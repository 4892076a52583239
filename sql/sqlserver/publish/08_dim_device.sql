-- Versions that another one replaces, or whose device is gone, end with the day before.
CREATE OR ALTER PROCEDURE publish.dim_device
    @tenant nvarchar(200),
    @snapshot_date date,
    @snapshot_date_key int
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

DECLARE @tenant_key smallint = (SELECT tenant_key FROM dim.tenant WHERE tenant = @tenant);

UPDATE device
SET
    valid_to = @snapshot_date,
    is_current = 0
FROM dim.device AS device
WHERE device.is_current = 1
    AND device.tenant_key = @tenant_key
    AND NOT EXISTS (SELECT 1 FROM staging.device_key AS keyed WHERE keyed.device_version_key = device.device_version_key)
OPTION (RECOMPILE);

-- Type 1 attributes of a version that goes on: the old values are kept aside, so that the day can be taken back.
INSERT INTO ops.device_overwrite (
    device_version_key,
    tenant_key,
    overwrite_date_key,
    type1_hash,
    entra_object_id,
    intune_id,
    ad_distinguished_name,
    ad_sid,
    registered_utc,
    enrolled_utc
)
SELECT
    device.device_version_key,
    device.tenant_key,
    @snapshot_date_key,
    device.type1_hash,
    device.entra_object_id,
    device.intune_id,
    device.ad_distinguished_name,
    device.ad_sid,
    device.registered_utc,
    device.enrolled_utc
FROM dim.device AS device
JOIN staging.device_key AS keyed ON keyed.device_version_key = device.device_version_key
WHERE keyed.is_overwritten = 1
OPTION (RECOMPILE);

UPDATE device
SET
    type1_hash = staged.type1_hash,
    entra_object_id = staged.entra_object_id,
    intune_id = staged.intune_id,
    ad_distinguished_name = staged.ad_distinguished_name,
    ad_sid = staged.ad_sid,
    registered_utc = staged.registered_utc,
    enrolled_utc = staged.enrolled_utc
FROM dim.device AS device
JOIN staging.device_key AS keyed ON keyed.device_version_key = device.device_version_key
JOIN staging.classified_device AS staged ON staged.staged_row = keyed.staged_row
WHERE keyed.is_overwritten = 1
OPTION (RECOMPILE);

INSERT INTO dim.device (
    device_version_key,
    device_key,
    tenant_key,
    device_id,
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
    intune_id,
    ad_distinguished_name,
    ad_sid,
    registered_utc,
    enrolled_utc
)
SELECT
    keyed.device_version_key,
    keyed.device_key,
    @tenant_key,
    staged.device_id,
    @snapshot_date,
    CAST('99991231' AS date),
    1,
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
    method.enrollment_method_key,
    staged.is_enrolled,
    staged.is_autopilot,
    staged.entra_object_id,
    staged.intune_id,
    staged.ad_distinguished_name,
    staged.ad_sid,
    staged.registered_utc,
    staged.enrolled_utc
FROM staging.device_key AS keyed
JOIN staging.classified_device AS staged ON staged.staged_row = keyed.staged_row
JOIN dim.enrollment_method AS method ON LOWER(method.code) = LOWER(staged.enrollment_method)
WHERE keyed.is_new_version = 1
OPTION (RECOMPILE);
