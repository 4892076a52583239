-- One row per run of a tenant, whatever became of it.
CREATE TABLE ops.run (
    run_id uniqueidentifier NOT NULL,
    tenant nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    as_of_utc datetime2(3) NOT NULL,
    snapshot_date date NOT NULL,
    state varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    started_utc datetime2(3) NOT NULL,
    ended_utc datetime2(3) NULL,
    devices bigint NULL,
    peak_memory_bytes bigint NULL,
    error nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT pk_run PRIMARY KEY CLUSTERED (run_id),
    CONSTRAINT ck_run CHECK (state IN ('Running', 'Published', 'NothingToDo', 'Held', 'Failed'))
);
