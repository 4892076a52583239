-- One row per device: when it first was what. Days are those of snapshots, instants those that the inventories tell.
-- Joined: the first snapshot with the join type EntraJoined or HybridJoined. Hours are null unless both instants are known, the
-- enrolment not before the join. last_seen_date_key and removed_date_key are null while the device is there: a publish then does
-- not rewrite every row, and the view report.fact_device_lifecycle names the tenant's latest day.
CREATE TABLE fact.device_lifecycle (
    device_key int NOT NULL,
    tenant_key smallint NOT NULL,
    first_seen_date_key int NOT NULL,
    joined_date_key int NULL,
    joined_utc datetime2(3) NULL,
    enrolled_date_key int NULL,
    enrolled_utc datetime2(3) NULL,
    enrollment_method_key smallint NULL,
    first_compliant_date_key int NULL,
    last_seen_date_key int NULL,
    removed_date_key int NULL,
    hours_join_to_enroll decimal(12, 2) NULL,
    CONSTRAINT pk_device_lifecycle PRIMARY KEY CLUSTERED (device_key),
    CONSTRAINT fk_device_lifecycle_tenant FOREIGN KEY (tenant_key) REFERENCES dim.tenant (tenant_key),
    CONSTRAINT fk_device_lifecycle_first_seen_date FOREIGN KEY (first_seen_date_key) REFERENCES dim.date (date_key),
    CONSTRAINT fk_device_lifecycle_enrollment_method FOREIGN KEY (enrollment_method_key) REFERENCES dim.enrollment_method (enrollment_method_key)
);
