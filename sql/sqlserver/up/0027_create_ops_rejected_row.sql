-- One row per source record that a run could not use, in the order of reading.
CREATE TABLE ops.rejected_row (
    run_id uniqueidentifier NOT NULL,
    reject_number int NOT NULL,
    source varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    position nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    field nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    reason nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    raw nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT pk_rejected_row PRIMARY KEY CLUSTERED (run_id, reject_number),
    CONSTRAINT fk_rejected_row_run FOREIGN KEY (run_id) REFERENCES ops.run (run_id)
);
