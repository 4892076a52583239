-- One row per snapshot date, tenant, join type, platform, ownership and scope that has devices.
CREATE TABLE fact.coverage_daily (
    snapshot_date_key int NOT NULL,
    tenant_key smallint NOT NULL,
    join_type_key smallint NOT NULL,
    platform_key smallint NOT NULL,
    ownership_key smallint NOT NULL,
    scope_key smallint NOT NULL,
    devices int NOT NULL,
    enrolled int NOT NULL,
    in_scope int NOT NULL,
    covered int NOT NULL,
    compliant int NOT NULL,
    stale int NOT NULL,
    CONSTRAINT pk_coverage_daily PRIMARY KEY CLUSTERED (snapshot_date_key, tenant_key, join_type_key, platform_key, ownership_key, scope_key),
    CONSTRAINT fk_coverage_daily_snapshot_date FOREIGN KEY (snapshot_date_key) REFERENCES dim.date (date_key),
    CONSTRAINT fk_coverage_daily_tenant FOREIGN KEY (tenant_key) REFERENCES dim.tenant (tenant_key),
    CONSTRAINT fk_coverage_daily_join_type FOREIGN KEY (join_type_key) REFERENCES dim.join_type (join_type_key),
    CONSTRAINT fk_coverage_daily_platform FOREIGN KEY (platform_key) REFERENCES dim.platform (platform_key),
    CONSTRAINT fk_coverage_daily_ownership FOREIGN KEY (ownership_key) REFERENCES dim.ownership (ownership_key),
    CONSTRAINT fk_coverage_daily_scope FOREIGN KEY (scope_key) REFERENCES dim.scope (scope_key),
    CONSTRAINT ck_coverage_daily CHECK (covered <= in_scope AND in_scope <= devices AND covered <= enrolled)
);
