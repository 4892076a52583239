-- Published days, in their order.
SELECT
    tenant,
    snapshot_date,
    devices,
    is_latest,
    tenant_key,
    snapshot_date_key
FROM report.snapshot_day
WHERE @tenant IS NULL OR tenant = @tenant
ORDER BY
    tenant,
    snapshot_date;
