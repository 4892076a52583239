-- The codes that the devices of a run bring themselves, once each: a staged device names them by number. A thousand devices say the
-- same few words, and each word would be written, read and looked up a thousand times.
-- dimension: enrollment_method, compliance_state or management_agent. member_key: the key there, once publish/ has seen to a member.
CREATE TABLE staging.code (
    dimension VARCHAR NOT NULL,
    code_number INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    member_key SMALLINT
);

-- One row per classified device of the run being published, as before, with those codes by number.
DROP TABLE staging.classified_device;

CREATE TABLE staging.classified_device (
    staged_row INTEGER NOT NULL USING COMPRESSION uncompressed,
    device_id UUID NOT NULL USING COMPRESSION uncompressed,
    device_id_text VARCHAR USING COMPRESSION uncompressed,
    device_name VARCHAR USING COMPRESSION uncompressed,
    join_type_key SMALLINT NOT NULL USING COMPRESSION uncompressed,
    enrollment_state_key SMALLINT NOT NULL USING COMPRESSION uncompressed,
    enrollment_method_number INTEGER NOT NULL USING COMPRESSION uncompressed,
    platform_key SMALLINT NOT NULL USING COMPRESSION uncompressed,
    ownership_key SMALLINT NOT NULL USING COMPRESSION uncompressed,
    compliance_state_number INTEGER NOT NULL USING COMPRESSION uncompressed,
    management_agent_number INTEGER NOT NULL USING COMPRESSION uncompressed,
    scope_key SMALLINT NOT NULL USING COMPRESSION uncompressed,
    gap_reason_key SMALLINT NOT NULL USING COMPRESSION uncompressed,
    is_enrolled BOOLEAN NOT NULL USING COMPRESSION uncompressed,
    is_in_scope BOOLEAN NOT NULL USING COMPRESSION uncompressed,
    is_covered BOOLEAN NOT NULL USING COMPRESSION uncompressed,
    in_entra BOOLEAN NOT NULL USING COMPRESSION uncompressed,
    in_intune BOOLEAN NOT NULL USING COMPRESSION uncompressed,
    in_ad BOOLEAN NOT NULL USING COMPRESSION uncompressed,
    is_autopilot BOOLEAN NOT NULL USING COMPRESSION uncompressed,
    is_stale BOOLEAN NOT NULL USING COMPRESSION uncompressed,
    join_type_as_expected BOOLEAN USING COMPRESSION uncompressed,
    ad_match ENUM ('None', 'ObjectGuid', 'Sid') NOT NULL USING COMPRESSION uncompressed,
    intune_match ENUM ('None', 'DeviceId', 'Standalone') NOT NULL USING COMPRESSION uncompressed,
    intune_record_count INTEGER NOT NULL USING COMPRESSION uncompressed,
    os_version VARCHAR USING COMPRESSION uncompressed,
    last_activity_utc TIMESTAMP USING COMPRESSION uncompressed,
    last_sync_utc TIMESTAMP USING COMPRESSION uncompressed,
    days_since_activity INTEGER USING COMPRESSION uncompressed,
    registered_utc TIMESTAMP USING COMPRESSION uncompressed,
    enrolled_utc TIMESTAMP USING COMPRESSION uncompressed,
    serial_number VARCHAR USING COMPRESSION uncompressed,
    manufacturer VARCHAR USING COMPRESSION uncompressed,
    model VARCHAR USING COMPRESSION uncompressed,
    organizational_unit VARCHAR USING COMPRESSION uncompressed,
    primary_user VARCHAR USING COMPRESSION uncompressed,
    entra_object_id UUID USING COMPRESSION uncompressed,
    entra_object_id_text VARCHAR USING COMPRESSION uncompressed,
    intune_id UUID USING COMPRESSION uncompressed,
    intune_id_text VARCHAR USING COMPRESSION uncompressed,
    ad_distinguished_name VARCHAR USING COMPRESSION uncompressed,
    ad_sid VARCHAR USING COMPRESSION uncompressed,
    type2_hash BIGINT NOT NULL USING COMPRESSION uncompressed,
    type1_hash BIGINT NOT NULL USING COMPRESSION uncompressed
);
