-- fail
-- every device id is staged once
SELECT coalesce(min(device_id_text), CAST(device_id AS VARCHAR)) AS subject, count(*) AS found
FROM staging.device
GROUP BY device_id
HAVING count(*) > 1
ORDER BY device_id
LIMIT 10;
