-- One row per script that has run.
CREATE SCHEMA ops;
GO

CREATE TABLE ops.schema_version (
    script varchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    hash varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    applied_utc datetime2(3) NOT NULL,
    CONSTRAINT pk_schema_version PRIMARY KEY CLUSTERED (script)
);
