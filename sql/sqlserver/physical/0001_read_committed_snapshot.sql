-- Readers see the last committed day while one is being published, and never wait for it.
BEGIN TRY
    IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND is_read_committed_snapshot_on = 0)
        EXEC (N'ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;');
END TRY
BEGIN CATCH
    PRINT CONCAT('physical/0001_read_committed_snapshot: left out, readers may wait for a publish: ', ERROR_MESSAGE());
END CATCH;
