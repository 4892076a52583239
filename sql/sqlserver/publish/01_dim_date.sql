-- Ten whole years on either side of the snapshot: a date table without holes is what Power BI's time functions need.
CREATE OR ALTER PROCEDURE publish.dim_date
    @snapshot_date date
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

DECLARE @first_day date = DATEFROMPARTS(YEAR(@snapshot_date) - 10, 1, 1);
DECLARE @last_day date = DATEFROMPARTS(YEAR(@snapshot_date) + 10, 12, 31);

IF (SELECT COUNT(*) FROM dim.date WHERE date BETWEEN @first_day AND @last_day) = DATEDIFF(day, @first_day, @last_day) + 1
    RETURN;

WITH digit AS (
    SELECT value FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS listed (value)
),
number AS (
    SELECT 1000 * thousands.value + 100 * hundreds.value + 10 * tens.value + ones.value AS value
    FROM digit AS thousands
    CROSS JOIN digit AS hundreds
    CROSS JOIN digit AS tens
    CROSS JOIN digit AS ones
),
day AS (
    SELECT DATEADD(day, number.value, @first_day) AS date
    FROM number
    WHERE number.value <= DATEDIFF(day, @first_day, @last_day)
),
-- 1 January 1900 was a Monday. The week of a day is that of its Thursday, and so is the year of the week.
placed AS (
    SELECT
        day.date,
        DATEDIFF(day, CAST('19000101' AS date), day.date) % 7 + 1 AS iso_day_of_week,
        DATEADD(day, 3 - DATEDIFF(day, CAST('19000101' AS date), day.date) % 7, day.date) AS thursday
    FROM day
)
INSERT INTO dim.date (
    date_key,
    date,
    year,
    quarter,
    month,
    month_name,
    day_of_month,
    iso_year,
    iso_week,
    iso_day_of_week,
    day_name,
    is_month_end
)
SELECT
    10000 * YEAR(placed.date) + 100 * MONTH(placed.date) + DAY(placed.date),
    placed.date,
    YEAR(placed.date),
    (MONTH(placed.date) + 2) / 3,
    MONTH(placed.date),
    CHOOSE(MONTH(placed.date), 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
        'November', 'December'),
    DAY(placed.date),
    YEAR(placed.thursday),
    (DATEPART(dayofyear, placed.thursday) + 6) / 7,
    placed.iso_day_of_week,
    CHOOSE(placed.iso_day_of_week, 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'),
    CASE WHEN DAY(DATEADD(day, 1, placed.date)) = 1 THEN 1 ELSE 0 END
FROM placed
WHERE NOT EXISTS (SELECT 1 FROM dim.date AS known WHERE known.date = placed.date);
