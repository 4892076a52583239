-- One row per run, check and subject.
CREATE OR ALTER VIEW report.quality AS
SELECT
    result.run_id,
    run.tenant,
    run.snapshot_date,
    run.as_of_utc,
    result.code,
    result.subject,
    result.severity,
    result.expected,
    result.found,
    result.passed,
    run.state,
    run.started_utc,
    result.check_number
FROM ops.quality_result AS result
JOIN ops.run AS run ON run.run_id = result.run_id;
