SELECT max(hours)
FROM (
    SELECT
        hours_join_to_enroll AS hours,
        row_number() OVER (ORDER BY hours_join_to_enroll) AS position,
        count(*) OVER () AS devices
    FROM report.fact_device_lifecycle
    WHERE hours_join_to_enroll IS NOT NULL
) AS waited
WHERE 10 * position <= 9 * devices + 9;
