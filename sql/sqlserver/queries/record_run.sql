-- The outcome of a run, in place of whatever the journal held of it.
DELETE FROM ops.rejected_row WHERE run_id = @run_id;
DELETE FROM ops.quality_result WHERE run_id = @run_id;
DELETE FROM ops.run_source WHERE run_id = @run_id;
DELETE FROM ops.run WHERE run_id = @run_id;

INSERT INTO ops.run (
    run_id,
    tenant,
    as_of_utc,
    snapshot_date,
    state,
    started_utc,
    ended_utc,
    devices,
    peak_memory_bytes,
    error
)
VALUES (
    @run_id,
    @tenant,
    @as_of_utc,
    @snapshot_date,
    @state,
    @started_utc,
    @ended_utc,
    @devices,
    @peak_memory_bytes,
    @error
);
