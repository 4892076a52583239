-- The runs that published the days to be taken back have published nothing any more, until they are put back.
CREATE OR ALTER PROCEDURE publish.take_back_runs
    @tenant nvarchar(200),
    @snapshot_date_key int,
    @ended_utc datetime2(3),
    @error nvarchar(max)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

UPDATE ops.run
SET
    state = 'Failed',
    ended_utc = @ended_utc,
    error = @error
WHERE run_id IN (
        SELECT snapshot.run_id
        FROM fact.device_snapshot AS snapshot
        JOIN dim.tenant AS tenant ON tenant.tenant_key = snapshot.tenant_key
        WHERE tenant.tenant = @tenant
            AND snapshot.snapshot_date_key >= @snapshot_date_key
    );
