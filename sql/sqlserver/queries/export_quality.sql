-- Dataset quality: one row per run, check and subject.
SELECT
    quality.run_id,
    quality.tenant,
    quality.snapshot_date,
    quality.as_of_utc,
    quality.state,
    quality.code,
    quality.subject,
    quality.severity,
    quality.expected,
    quality.found,
    quality.passed
FROM report.quality AS quality
WHERE (@tenant IS NULL OR quality.tenant = @tenant)
    AND (@from_date IS NULL OR quality.snapshot_date >= @from_date)
    AND (@to_date IS NULL OR quality.snapshot_date <= @to_date)
ORDER BY
    quality.tenant,
    quality.started_utc,
    CAST(quality.run_id AS char(36)) COLLATE Latin1_General_100_BIN2,
    quality.check_number;
