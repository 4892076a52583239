-- One row per script that has run.
CREATE SCHEMA ops;

CREATE TABLE ops.schema_version (
    script VARCHAR NOT NULL,
    hash VARCHAR NOT NULL,
    applied_utc TIMESTAMP NOT NULL
);
