-- Rejected rows of runs that are older than the limit.
SELECT COUNT_BIG(*)
FROM ops.rejected_row AS rejected
JOIN ops.run AS run ON run.run_id = rejected.run_id
WHERE run.started_utc < @before_utc;
