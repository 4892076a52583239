SELECT max(day.snapshot_date_key)
FROM report.snapshot_day AS day
JOIN (SELECT max(snapshot_date) AS snapshot_date FROM report.snapshot_day) AS latest
    ON day.snapshot_date <= latest.snapshot_date - 28
    AND day.snapshot_date > latest.snapshot_date - 35;
