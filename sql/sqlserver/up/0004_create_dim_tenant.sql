-- One row per tenant that has a published day. The target is that of the last publish: the coverage that leadership wants, 0 to 1.
CREATE TABLE dim.tenant (
    tenant_key smallint NOT NULL,
    tenant nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    coverage_target decimal(5, 4) NULL,
    CONSTRAINT pk_tenant PRIMARY KEY CLUSTERED (tenant_key),
    CONSTRAINT uq_tenant UNIQUE (tenant),
    CONSTRAINT ck_tenant CHECK (coverage_target BETWEEN 0 AND 1)
);
