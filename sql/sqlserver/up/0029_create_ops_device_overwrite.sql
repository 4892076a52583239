-- One row per version and day that overwrote its type 1 attributes: the values of before, so that the day can be taken back.
CREATE TABLE ops.device_overwrite (
    device_version_key int NOT NULL,
    tenant_key smallint NOT NULL,
    overwrite_date_key int NOT NULL,
    type1_hash bigint NOT NULL,
    entra_object_id nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    intune_id nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    ad_distinguished_name nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    ad_sid nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    registered_utc datetime2(3) NULL,
    enrolled_utc datetime2(3) NULL,
    CONSTRAINT pk_device_overwrite PRIMARY KEY CLUSTERED (device_version_key, overwrite_date_key),
    CONSTRAINT fk_device_overwrite_tenant FOREIGN KEY (tenant_key) REFERENCES dim.tenant (tenant_key)
);
