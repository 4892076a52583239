-- One row per run and source: where every record that was read went.
CREATE TABLE ops.run_source (
    run_id UUID NOT NULL,
    source VARCHAR NOT NULL,
    rows_read BIGINT NOT NULL,
    rows_used BIGINT NOT NULL,
    rows_superseded BIGINT NOT NULL,
    rows_duplicate BIGINT NOT NULL,
    rows_rejected BIGINT NOT NULL,
    pages INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    retries INTEGER NOT NULL,
    throttled_seconds DOUBLE NOT NULL,
    bytes BIGINT NOT NULL,
    control_count BIGINT,
    seconds DOUBLE NOT NULL
);
