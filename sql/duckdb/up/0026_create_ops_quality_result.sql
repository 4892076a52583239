-- One row per run, check and subject.
CREATE TABLE ops.quality_result (
    run_id UUID NOT NULL,
    check_number INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    subject VARCHAR,
    severity VARCHAR NOT NULL,
    expected VARCHAR NOT NULL,
    found VARCHAR NOT NULL,
    passed BOOLEAN NOT NULL
);
