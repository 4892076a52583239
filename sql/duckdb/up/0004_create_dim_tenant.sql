-- One row per tenant that has a published day. The target is that of the last publish: the coverage that leadership wants, 0 to 1.
CREATE TABLE dim.tenant (
    tenant_key SMALLINT NOT NULL,
    tenant VARCHAR NOT NULL,
    coverage_target DECIMAL(5, 4)
);
