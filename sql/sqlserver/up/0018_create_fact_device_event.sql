-- One row per change of a device between two published snapshots of its tenant: that of the event's day and the one before it.
-- Kinds and codes are explained in dim.event_type. The version is that of the event's day; of a removed device, its last.
CREATE TABLE fact.device_event (
    event_date_key int NOT NULL,
    tenant_key smallint NOT NULL,
    device_key int NOT NULL,
    device_version_key int NOT NULL,
    event_type_key smallint NOT NULL,
    old_code nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    new_code nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    previous_date_key int NOT NULL,
    CONSTRAINT pk_device_event PRIMARY KEY CLUSTERED (event_date_key, device_key, event_type_key),
    CONSTRAINT fk_device_event_event_date FOREIGN KEY (event_date_key) REFERENCES dim.date (date_key),
    CONSTRAINT fk_device_event_tenant FOREIGN KEY (tenant_key) REFERENCES dim.tenant (tenant_key),
    CONSTRAINT fk_device_event_device FOREIGN KEY (device_version_key) REFERENCES dim.device (device_version_key),
    CONSTRAINT fk_device_event_event_type FOREIGN KEY (event_type_key) REFERENCES dim.event_type (event_type_key),
    CONSTRAINT ck_device_event CHECK (previous_date_key < event_date_key)
);
