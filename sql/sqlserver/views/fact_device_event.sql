-- One row per change of a device between two published snapshots of its tenant.
CREATE OR ALTER VIEW report.fact_device_event AS
SELECT
    device_event.event_date_key,
    device_event.tenant_key,
    device_event.device_key,
    device_event.device_version_key,
    device_event.event_type_key,
    device_event.old_code,
    device_event.new_code,
    device_event.previous_date_key
FROM fact.device_event AS device_event;
