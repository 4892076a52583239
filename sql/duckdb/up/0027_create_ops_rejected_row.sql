-- One row per source record that a run could not use, in the order of reading.
CREATE TABLE ops.rejected_row (
    run_id UUID NOT NULL,
    reject_number INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    position VARCHAR NOT NULL,
    field VARCHAR,
    reason VARCHAR NOT NULL,
    raw VARCHAR
);
