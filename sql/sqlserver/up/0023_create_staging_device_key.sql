-- One row per staged device: the keys under which it is published, and what is to be done for them.
-- open_version_key: the version that held until this day; null for a device that the snapshot before did not have.
CREATE TABLE staging.device_key (
    staged_row int NOT NULL,
    device_key int NOT NULL,
    device_version_key int NOT NULL,
    open_version_key int NULL,
    is_new_device bit NOT NULL,
    is_new_version bit NOT NULL,
    is_overwritten bit NOT NULL
);
