-- One row per day.
CREATE OR ALTER VIEW report.dim_date AS
SELECT
    date.date_key,
    date.date,
    date.year,
    date.quarter,
    date.month,
    date.month_name,
    date.day_of_month,
    date.iso_year,
    date.iso_week,
    date.iso_day_of_week,
    date.day_name,
    date.is_month_end
FROM dim.date AS date;
