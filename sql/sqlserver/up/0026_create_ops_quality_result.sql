-- One row per run, check and subject.
CREATE TABLE ops.quality_result (
    run_id uniqueidentifier NOT NULL,
    check_number int NOT NULL,
    code nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    subject nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    severity varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    expected nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    found nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    passed bit NOT NULL,
    CONSTRAINT pk_quality_result PRIMARY KEY CLUSTERED (run_id, check_number),
    CONSTRAINT fk_quality_result_run FOREIGN KEY (run_id) REFERENCES ops.run (run_id)
);
