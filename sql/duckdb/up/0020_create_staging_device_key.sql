-- One row per staged device: the key that it has or gets.
CREATE TABLE staging.device_key (
    staged_row INTEGER NOT NULL,
    device_key INTEGER NOT NULL,
    is_new BOOLEAN NOT NULL
);
