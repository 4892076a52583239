-- One row per version and day that overwrote its type 1 attributes, as before, with ids in the shape of dim.device.
CREATE TABLE ops.packed_device_overwrite (
    device_version_key INTEGER NOT NULL,
    tenant_key SMALLINT NOT NULL,
    overwrite_date_key INTEGER NOT NULL,
    type1_hash BIGINT NOT NULL,
    entra_object_id UUID,
    entra_object_id_text VARCHAR,
    intune_id UUID,
    intune_id_text VARCHAR,
    ad_distinguished_name VARCHAR,
    ad_sid VARCHAR,
    registered_utc TIMESTAMP,
    enrolled_utc TIMESTAMP
);

INSERT INTO ops.packed_device_overwrite (
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
    overwrite.device_version_key,
    overwrite.tenant_key,
    overwrite.overwrite_date_key,
    overwrite.type1_hash,
    CASE WHEN CAST(TRY_CAST(overwrite.entra_object_id AS UUID) AS VARCHAR) = overwrite.entra_object_id THEN CAST(overwrite.entra_object_id AS UUID) END,
    CASE WHEN CAST(TRY_CAST(overwrite.entra_object_id AS UUID) AS VARCHAR) IS DISTINCT FROM overwrite.entra_object_id THEN overwrite.entra_object_id END,
    CASE WHEN CAST(TRY_CAST(overwrite.intune_id AS UUID) AS VARCHAR) = overwrite.intune_id THEN CAST(overwrite.intune_id AS UUID) END,
    CASE WHEN CAST(TRY_CAST(overwrite.intune_id AS UUID) AS VARCHAR) IS DISTINCT FROM overwrite.intune_id THEN overwrite.intune_id END,
    overwrite.ad_distinguished_name,
    overwrite.ad_sid,
    overwrite.registered_utc,
    overwrite.enrolled_utc
FROM ops.device_overwrite AS overwrite;

DROP TABLE ops.device_overwrite;

ALTER TABLE ops.packed_device_overwrite RENAME TO device_overwrite;
