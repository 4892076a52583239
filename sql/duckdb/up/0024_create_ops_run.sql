-- One row per run of a tenant, whatever became of it.
CREATE TABLE ops.run (
    run_id UUID NOT NULL,
    tenant VARCHAR NOT NULL,
    as_of_utc TIMESTAMP NOT NULL,
    snapshot_date DATE NOT NULL,
    state VARCHAR NOT NULL,
    started_utc TIMESTAMP NOT NULL,
    ended_utc TIMESTAMP,
    devices BIGINT,
    peak_memory_bytes BIGINT,
    error VARCHAR
);
