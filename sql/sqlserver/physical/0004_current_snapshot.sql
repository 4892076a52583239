-- One tenant's day is found by its keys: what every report of the current snapshot asks for.
BEGIN TRY
    IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'fact.device_snapshot') AND name = N'ix_device_snapshot_day')
        EXEC (N'CREATE NONCLUSTERED INDEX ix_device_snapshot_day ON fact.device_snapshot (snapshot_date_key, tenant_key, device_version_key);');
END TRY
BEGIN CATCH
    PRINT CONCAT('physical/0004_current_snapshot: left out: ', ERROR_MESSAGE());
END CATCH;
