-- One row per run and source: where every record that was read went.
CREATE TABLE ops.run_source (
    run_id uniqueidentifier NOT NULL,
    source varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    rows_read bigint NOT NULL,
    rows_used bigint NOT NULL,
    rows_superseded bigint NOT NULL,
    rows_duplicate bigint NOT NULL,
    rows_rejected bigint NOT NULL,
    pages int NOT NULL,
    requests int NOT NULL,
    retries int NOT NULL,
    throttled_seconds float NOT NULL,
    bytes bigint NOT NULL,
    control_count bigint NULL,
    seconds float NOT NULL,
    CONSTRAINT pk_run_source PRIMARY KEY CLUSTERED (run_id, source),
    CONSTRAINT fk_run_source_run FOREIGN KEY (run_id) REFERENCES ops.run (run_id)
);
