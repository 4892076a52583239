-- Rejected rows of runs that are older than the limit. The runs themselves, and how many rows they rejected, stay.
DELETE FROM ops.rejected_row
WHERE run_id IN (SELECT run.run_id FROM ops.run AS run WHERE run.started_utc < @before_utc);
