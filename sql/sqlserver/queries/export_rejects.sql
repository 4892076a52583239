-- Dataset rejects: these columns and no others.
SELECT
    run_id,
    source,
    position,
    field,
    reason,
    raw
FROM report.rejects
WHERE (@tenant IS NULL OR tenant = @tenant)
    AND (@from_date IS NULL OR snapshot_date >= @from_date)
    AND (@to_date IS NULL OR snapshot_date <= @to_date)
ORDER BY
    tenant,
    started_utc,
    CAST(run_id AS char(36)) COLLATE Latin1_General_100_BIN2,
    reject_number;
