-- One row per change of a device between two published snapshots of its tenant: that of the event's day and the one before it.
-- Kinds and codes are explained in dim.event_type. The version is that of the event's day; of a removed device, its last.
CREATE TABLE fact.device_event (
    event_date_key INTEGER NOT NULL,
    tenant_key SMALLINT NOT NULL,
    device_key INTEGER NOT NULL,
    device_version_key INTEGER NOT NULL,
    event_type_key SMALLINT NOT NULL,
    old_code VARCHAR,
    new_code VARCHAR,
    previous_date_key INTEGER NOT NULL
);
