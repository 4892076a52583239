-- One row per version and day that overwrote its type 1 attributes: the values of before, so that the day can be taken back.
CREATE TABLE ops.device_overwrite (
    device_version_key INTEGER NOT NULL,
    tenant_key SMALLINT NOT NULL,
    overwrite_date_key INTEGER NOT NULL,
    type1_hash BIGINT NOT NULL,
    entra_object_id VARCHAR,
    intune_id VARCHAR,
    ad_distinguished_name VARCHAR,
    ad_sid VARCHAR,
    registered_utc TIMESTAMP,
    enrolled_utc TIMESTAMP
);
