-- One row per device key that a day taken back has given up, to be handed out again.
CREATE TABLE staging.freed_device_key (
    device_key INTEGER NOT NULL
);
