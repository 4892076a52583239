-- One row per device: when it first was what. Days are those of snapshots, instants those that the inventories tell.
-- Joined: the first snapshot with the join type EntraJoined or HybridJoined. Hours are null unless both instants are known, the
-- enrolment not before the join. last_seen_date_key and removed_date_key are null while the device is there: a publish then does
-- not rewrite every row, and the view report.fact_device_lifecycle names the tenant's latest day.
CREATE TABLE fact.device_lifecycle (
    device_key INTEGER NOT NULL,
    tenant_key SMALLINT NOT NULL,
    first_seen_date_key INTEGER NOT NULL,
    joined_date_key INTEGER,
    joined_utc TIMESTAMP,
    enrolled_date_key INTEGER,
    enrolled_utc TIMESTAMP,
    enrollment_method_key SMALLINT,
    first_compliant_date_key INTEGER,
    last_seen_date_key INTEGER,
    removed_date_key INTEGER,
    hours_join_to_enroll DECIMAL(12, 2)
);
