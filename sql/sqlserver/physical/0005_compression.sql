-- Versions of devices are many texts that repeat.
BEGIN TRY
    IF NOT EXISTS (
        SELECT 1
        FROM sys.partitions
        WHERE object_id = OBJECT_ID(N'dim.device') AND index_id = 1 AND data_compression_desc = 'PAGE')
        EXEC (N'ALTER INDEX pk_device ON dim.device REBUILD WITH (DATA_COMPRESSION = PAGE);');
END TRY
BEGIN CATCH
    PRINT CONCAT('physical/0005_compression: left out, dim.device is not compressed: ', ERROR_MESSAGE());
END CATCH;
