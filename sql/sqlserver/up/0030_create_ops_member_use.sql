-- One row per tenant and member of an open dimension: the first day whose publish named it. A member whose days are all taken back
-- goes with them.
CREATE TABLE ops.member_use (
    tenant_key smallint NOT NULL,
    dimension varchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    member_key smallint NOT NULL,
    first_date_key int NOT NULL,
    CONSTRAINT pk_member_use PRIMARY KEY CLUSTERED (dimension, member_key, tenant_key),
    CONSTRAINT fk_member_use_tenant FOREIGN KEY (tenant_key) REFERENCES dim.tenant (tenant_key)
);
