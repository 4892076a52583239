-- Months of the snapshots, from two years before this one to ten years after it. Before and after lies one partition each.
BEGIN TRY
    IF NOT EXISTS (SELECT 1 FROM sys.partition_functions WHERE name = N'snapshot_month')
    BEGIN
        DECLARE @first_month date = DATEFROMPARTS(YEAR(SYSUTCDATETIME()) - 2, 1, 1);
        DECLARE @months nvarchar(max);

        WITH digit AS (
            SELECT value FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)) AS listed (value)
        ),
        month AS (
            SELECT DATEADD(month, 12 * years.value + months.value, @first_month) AS first_day
            FROM digit AS years
            CROSS JOIN digit AS months
        )
        SELECT @months = STRING_AGG(CAST(CONVERT(char(8), month.first_day, 112) AS nvarchar(max)), N', ') WITHIN GROUP (ORDER BY month.first_day)
        FROM month;

        DECLARE @create_function nvarchar(max) = CONCAT(N'CREATE PARTITION FUNCTION snapshot_month (int) AS RANGE RIGHT FOR VALUES (', @months, N');');
        EXEC (@create_function);
        EXEC (N'CREATE PARTITION SCHEME snapshot_month AS PARTITION snapshot_month ALL TO ([PRIMARY]);');
    END;
END TRY
BEGIN CATCH
    PRINT CONCAT('physical/0002_partition_by_month: left out, the facts lie in one piece: ', ERROR_MESSAGE());
END CATCH;
