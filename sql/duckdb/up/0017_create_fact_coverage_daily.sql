-- One row per snapshot date, tenant, join type, platform, ownership and scope that has devices.
CREATE TABLE fact.coverage_daily (
    snapshot_date_key INTEGER NOT NULL,
    tenant_key SMALLINT NOT NULL,
    join_type_key SMALLINT NOT NULL,
    platform_key SMALLINT NOT NULL,
    ownership_key SMALLINT NOT NULL,
    scope_key SMALLINT NOT NULL,
    devices INTEGER NOT NULL,
    enrolled INTEGER NOT NULL,
    in_scope INTEGER NOT NULL,
    covered INTEGER NOT NULL,
    compliant INTEGER NOT NULL,
    stale INTEGER NOT NULL
);
