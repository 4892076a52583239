-- fail
-- every device id is staged once
SELECT TOP (10) device_id AS subject, CAST(COUNT(*) AS varchar(20)) AS found
FROM staging.classified_device
GROUP BY device_id
HAVING COUNT(*) > 1
ORDER BY device_id;
