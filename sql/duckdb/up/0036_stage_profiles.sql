-- One row per profile of the run being published: a combination of what is said of devices in few words. A million devices are of
-- some hundred profiles. The keys of members that devices bring themselves are null until publish/ has seen to those members.
CREATE TABLE staging.profile (
    profile_number INTEGER NOT NULL,
    join_type_key SMALLINT NOT NULL,
    enrollment_state_key SMALLINT NOT NULL,
    enrollment_method VARCHAR NOT NULL,
    enrollment_method_key SMALLINT,
    platform_key SMALLINT NOT NULL,
    ownership_key SMALLINT NOT NULL,
    compliance_state VARCHAR NOT NULL,
    compliance_state_key SMALLINT,
    management_agent VARCHAR NOT NULL,
    management_agent_key SMALLINT,
    scope_key SMALLINT NOT NULL,
    gap_reason_key SMALLINT NOT NULL,
    is_enrolled BOOLEAN NOT NULL,
    is_in_scope BOOLEAN NOT NULL,
    is_covered BOOLEAN NOT NULL,
    in_entra BOOLEAN NOT NULL,
    in_intune BOOLEAN NOT NULL,
    in_ad BOOLEAN NOT NULL,
    is_autopilot BOOLEAN NOT NULL,
    is_stale BOOLEAN NOT NULL,
    join_type_as_expected BOOLEAN,
    ad_match ENUM ('None', 'ObjectGuid', 'Sid') NOT NULL,
    intune_match ENUM ('None', 'DeviceId', 'Standalone') NOT NULL,
    intune_record_count INTEGER NOT NULL
);

-- One row per classified device of the run being published: what is its own.
CREATE TABLE staging.device (
    staged_row INTEGER NOT NULL USING COMPRESSION uncompressed,
    profile_number INTEGER NOT NULL USING COMPRESSION uncompressed,
    device_id UUID NOT NULL USING COMPRESSION uncompressed,
    device_id_text VARCHAR USING COMPRESSION uncompressed,
    device_name VARCHAR USING COMPRESSION uncompressed,
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

-- One row per classified device, as before, but for the keys in place of the codes.
DROP TABLE staging.classified_device;

CREATE VIEW staging.classified_device AS
SELECT device.*, profile.* EXCLUDE (profile_number)
FROM staging.device AS device
JOIN staging.profile AS profile ON profile.profile_number = device.profile_number;
