-- One row per version of a device of a tenant (type 2), from the day valid_from to the day before valid_to; 9999-12-31 and
-- is_current while it holds. A removed device has no current version.
-- device_key is the device's for good, device_version_key what a fact's attributes hang on. type2_hash covers the attributes whose
-- change begins a version, down to is_autopilot; type1_hash the rest, which are overwritten in the current version alone.
CREATE TABLE dim.device (
    device_version_key int NOT NULL,
    device_key int NOT NULL,
    tenant_key smallint NOT NULL,
    device_id nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    is_current bit NOT NULL,
    type2_hash bigint NOT NULL,
    type1_hash bigint NOT NULL,
    device_name nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    serial_number nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    manufacturer nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    model nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    ownership_key smallint NOT NULL,
    organizational_unit nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    primary_user nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    join_type_key smallint NOT NULL,
    enrollment_method_key smallint NOT NULL,
    is_enrolled bit NOT NULL,
    is_autopilot bit NOT NULL,
    entra_object_id nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    intune_id nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    ad_distinguished_name nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    ad_sid nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    registered_utc datetime2(3) NULL,
    enrolled_utc datetime2(3) NULL,
    CONSTRAINT pk_device PRIMARY KEY CLUSTERED (device_version_key),
    CONSTRAINT uq_device UNIQUE (tenant_key, device_id, valid_from),
    CONSTRAINT fk_device_tenant FOREIGN KEY (tenant_key) REFERENCES dim.tenant (tenant_key),
    CONSTRAINT fk_device_ownership FOREIGN KEY (ownership_key) REFERENCES dim.ownership (ownership_key),
    CONSTRAINT fk_device_join_type FOREIGN KEY (join_type_key) REFERENCES dim.join_type (join_type_key),
    CONSTRAINT fk_device_enrollment_method FOREIGN KEY (enrollment_method_key) REFERENCES dim.enrollment_method (enrollment_method_key),
    CONSTRAINT ck_device CHECK (valid_to > valid_from)
);
