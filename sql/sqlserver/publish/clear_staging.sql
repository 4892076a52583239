-- Nothing is left behind for the next run to find.
CREATE OR ALTER PROCEDURE publish.clear_staging
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

TRUNCATE TABLE staging.classified_device;
TRUNCATE TABLE staging.enrollment_method;
TRUNCATE TABLE staging.gap_reason;
TRUNCATE TABLE staging.device_key;
