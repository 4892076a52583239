-- One row per key that a day taken back has given up, kept until the days are there again: then it is handed out as before.
CREATE TABLE ops.freed_key (
    tenant_key smallint NOT NULL,
    key_kind varchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    key_value int NOT NULL,
    CONSTRAINT pk_freed_key PRIMARY KEY CLUSTERED (tenant_key, key_kind, key_value),
    CONSTRAINT fk_freed_key_tenant FOREIGN KEY (tenant_key) REFERENCES dim.tenant (tenant_key)
);
