-- etl_writer does what a run does and no more: it fills staging in bulk, calls the procedures that publish, and keeps the journal.
-- report_reader reads the reports. Neither may change the schema, but that emptying a staging table takes ALTER on it.
IF DATABASE_PRINCIPAL_ID(N'etl_writer') IS NULL
    CREATE ROLE etl_writer;

IF DATABASE_PRINCIPAL_ID(N'report_reader') IS NULL
    CREATE ROLE report_reader;
GO

GRANT EXECUTE ON SCHEMA::publish TO etl_writer;
GRANT SELECT, INSERT ON SCHEMA::staging TO etl_writer;
GRANT SELECT ON SCHEMA::dim TO etl_writer;
GRANT SELECT ON SCHEMA::fact TO etl_writer;
GRANT SELECT ON SCHEMA::report TO etl_writer;
GRANT SELECT ON SCHEMA::ops TO etl_writer;
-- Retention takes whole days away.
GRANT DELETE ON fact.device_snapshot TO etl_writer;
GRANT INSERT, UPDATE, DELETE ON ops.run TO etl_writer;
GRANT INSERT, UPDATE, DELETE ON ops.run_source TO etl_writer;
GRANT INSERT, UPDATE, DELETE ON ops.quality_result TO etl_writer;
GRANT INSERT, UPDATE, DELETE ON ops.rejected_row TO etl_writer;
-- The schedule that nodes share.
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::quartz TO etl_writer;

GRANT SELECT ON SCHEMA::report TO report_reader;
GO

-- Babelfish does not know this right; there all rights on a table hold the one to empty it.
IF SERVERPROPERTY('Babelfish') IS NULL
    EXEC (N'GRANT ALTER ON SCHEMA::staging TO etl_writer;');
ELSE
BEGIN
    GRANT ALL ON staging.classified_device TO etl_writer;
    GRANT ALL ON staging.enrollment_method TO etl_writer;
    GRANT ALL ON staging.gap_reason TO etl_writer;
    GRANT ALL ON staging.device_key TO etl_writer;
END;
