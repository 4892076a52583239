-- One row per version of a device of a tenant (type 2), from the day valid_from to the day before valid_to; 9999-12-31 and
-- is_current while it holds. A removed device has no current version.
-- device_key is the device's for good, device_version_key what a fact's attributes hang on. type2_hash covers the attributes whose
-- change begins a version, down to is_autopilot; type1_hash the rest, which are overwritten in the current version alone.
-- No primary key: facts and dimensions are loaded in bulk here and a key index triples the time; the publish checks instead.
CREATE TABLE dim.device (
    device_version_key INTEGER NOT NULL,
    device_key INTEGER NOT NULL,
    tenant_key SMALLINT NOT NULL,
    device_id VARCHAR NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NOT NULL,
    is_current BOOLEAN NOT NULL,
    type2_hash BIGINT NOT NULL,
    type1_hash BIGINT NOT NULL,
    device_name VARCHAR,
    serial_number VARCHAR,
    manufacturer VARCHAR,
    model VARCHAR,
    ownership_key SMALLINT NOT NULL,
    organizational_unit VARCHAR,
    primary_user VARCHAR,
    join_type_key SMALLINT NOT NULL,
    enrollment_method_key SMALLINT NOT NULL,
    is_enrolled BOOLEAN NOT NULL,
    is_autopilot BOOLEAN NOT NULL,
    entra_object_id VARCHAR,
    intune_id VARCHAR,
    ad_distinguished_name VARCHAR,
    ad_sid VARCHAR,
    registered_utc TIMESTAMP,
    enrolled_utc TIMESTAMP
);
