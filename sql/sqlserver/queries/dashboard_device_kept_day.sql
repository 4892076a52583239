-- The latest day before another whose snapshot of a device is still there.
SELECT MAX(snapshot.snapshot_date_key)
FROM report.fact_device_snapshot AS snapshot
WHERE snapshot.device_key = @device_key
    AND snapshot.snapshot_date_key < @snapshot_date_key;
