-- One row per device of a tenant, with its attributes as last published.
-- device_key is durable; device_version_key is what a fact's attributes hang on. No primary key: facts and dimensions are loaded
-- in bulk here and a key index triples the time; the publish checks uniqueness instead.
CREATE TABLE dim.device (
    device_version_key INTEGER NOT NULL,
    device_key INTEGER NOT NULL,
    tenant_key SMALLINT NOT NULL,
    device_id VARCHAR NOT NULL,
    device_name VARCHAR,
    serial_number VARCHAR,
    manufacturer VARCHAR,
    model VARCHAR,
    organizational_unit VARCHAR,
    primary_user VARCHAR,
    entra_object_id VARCHAR,
    intune_id VARCHAR,
    ad_distinguished_name VARCHAR,
    ad_sid VARCHAR,
    registered_utc TIMESTAMP,
    enrolled_utc TIMESTAMP,
    first_snapshot_date_key INTEGER NOT NULL
);
