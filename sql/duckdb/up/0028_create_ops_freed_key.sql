-- One row per key that a day taken back has given up, kept until the days are there again: then it is handed out as before.
CREATE TABLE ops.freed_key (
    tenant_key SMALLINT NOT NULL,
    key_kind VARCHAR NOT NULL,
    key_value INTEGER NOT NULL
);
