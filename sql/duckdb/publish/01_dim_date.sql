-- Ten whole years on either side of the snapshot: a date table without holes is what Power BI's time functions need.
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
WITH day AS (
    SELECT CAST(generated.value AS DATE) AS date
    FROM generate_series(
        CAST(make_date(year($snapshot_date) - 10, 1, 1) AS TIMESTAMP),
        CAST(make_date(year($snapshot_date) + 10, 12, 31) AS TIMESTAMP),
        INTERVAL 1 DAY) AS generated (value)
)
SELECT
    10000 * year(day.date) + 100 * month(day.date) + day(day.date),
    day.date,
    year(day.date),
    quarter(day.date),
    month(day.date),
    monthname(day.date),
    day(day.date),
    isoyear(day.date),
    weekofyear(day.date),
    isodow(day.date),
    dayname(day.date),
    day.date = last_day(day.date)
FROM day
WHERE NOT EXISTS (SELECT 1 FROM dim.date AS known WHERE known.date = day.date)
ORDER BY day.date;
