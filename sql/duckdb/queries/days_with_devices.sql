-- Days in a span whose devices are there.
SELECT DISTINCT
    tenant_key,
    snapshot_date_key
FROM fact.device_snapshot
WHERE snapshot_date_key BETWEEN $from_date_key AND $to_date_key;
