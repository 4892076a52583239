-- Dataset quality: one row per run, check and subject.
SELECT
    run_id,
    tenant,
    snapshot_date,
    as_of_utc,
    state,
    code,
    subject,
    severity,
    expected,
    found,
    passed
FROM report.quality
WHERE (@tenant IS NULL OR tenant = @tenant)
    AND (@from_date IS NULL OR snapshot_date >= @from_date)
    AND (@to_date IS NULL OR snapshot_date <= @to_date)
ORDER BY
    tenant,
    started_utc,
    CAST(run_id AS char(36)) COLLATE Latin1_General_100_BIN2,
    check_number;
