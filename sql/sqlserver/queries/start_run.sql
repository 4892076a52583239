-- A run of a tenant begins; asked twice, once. One that still says Running was killed: two runs of a tenant are never at work together.
UPDATE ops.run
SET
    state = 'Failed',
    ended_utc = @started_utc,
    error = @interrupted
WHERE tenant = @tenant
    AND state = 'Running'
    AND run_id <> @run_id;

INSERT INTO ops.run (run_id, tenant, as_of_utc, snapshot_date, state, started_utc)
SELECT @run_id, @tenant, @as_of_utc, @snapshot_date, 'Running', @started_utc
WHERE NOT EXISTS (SELECT 1 FROM ops.run WHERE run_id = @run_id);
