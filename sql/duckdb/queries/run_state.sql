-- What the journal says of a run.
SELECT run.state
FROM ops.run AS run
WHERE run.run_id = $run_id;
