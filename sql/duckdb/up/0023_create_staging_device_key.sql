-- One row per staged device: the keys under which it is published, and what is to be done for them.
-- open_version_key: the version that held until this day; null for a device that the snapshot before did not have.
CREATE TABLE staging.device_key (
    staged_row INTEGER NOT NULL,
    device_key INTEGER NOT NULL,
    device_version_key INTEGER NOT NULL,
    open_version_key INTEGER,
    is_new_device BOOLEAN NOT NULL,
    is_new_version BOOLEAN NOT NULL,
    is_overwritten BOOLEAN NOT NULL
);
