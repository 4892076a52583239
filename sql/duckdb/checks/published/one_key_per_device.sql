-- fail
-- a device key belongs to one device
SELECT 'device_key' AS subject, CAST(count(*) - count(DISTINCT device_key) AS VARCHAR) || ' too many' AS found
FROM dim.device
HAVING count(*) <> count(DISTINCT device_key);
