-- One row per source record that a run could not use.
CREATE OR ALTER VIEW report.rejects AS
SELECT
    rejected.run_id,
    rejected.source,
    rejected.position,
    rejected.field,
    rejected.reason,
    rejected.raw,
    run.tenant,
    run.snapshot_date,
    run.started_utc,
    rejected.reject_number
FROM ops.rejected_row AS rejected
JOIN ops.run AS run ON run.run_id = rejected.run_id;
