-- One row per device: when it first was what. A device that is there was last seen on its tenant's latest day.
CREATE OR ALTER VIEW report.fact_device_lifecycle AS
SELECT
    lifecycle.device_key,
    lifecycle.tenant_key,
    lifecycle.first_seen_date_key,
    lifecycle.joined_date_key,
    lifecycle.joined_utc,
    lifecycle.enrolled_date_key,
    lifecycle.enrolled_utc,
    lifecycle.enrollment_method_key,
    lifecycle.first_compliant_date_key,
    COALESCE(lifecycle.last_seen_date_key, latest.snapshot_date_key) AS last_seen_date_key,
    lifecycle.removed_date_key,
    lifecycle.hours_join_to_enroll
FROM fact.device_lifecycle AS lifecycle
JOIN (
    SELECT tenant_key, MAX(snapshot_date_key) AS snapshot_date_key
    FROM fact.coverage_daily
    GROUP BY tenant_key
) AS latest ON latest.tenant_key = lifecycle.tenant_key;
