-- One row per change of a device between two published snapshots: what happened to it, and when. Attributes are those of the event's
-- day; of a removed device, its last.
-- Day and tenant are LEFT joins as in report.device_snapshot, and for the same reason.
CREATE OR REPLACE VIEW report.device_event AS
SELECT
    day.date AS event_date,
    tenant.tenant,
    coalesce(device.device_id_text, CAST(device.device_id AS VARCHAR)) AS device_id,
    device.device_name,
    event_type.code AS event_type,
    event_type.label,
    event.old_code,
    event.new_code,
    previous.date AS previous_date,
    join_type.code AS join_type,
    method.code AS enrollment_method,
    ownership.code AS ownership,
    device.serial_number,
    device.organizational_unit,
    device.primary_user,
    event_type.sort_order,
    event.event_date_key,
    event.tenant_key,
    event.device_key,
    event.device_version_key
FROM fact.device_event AS event
LEFT JOIN dim.date AS day ON day.date_key = event.event_date_key
JOIN dim.date AS previous ON previous.date_key = event.previous_date_key
LEFT JOIN dim.tenant AS tenant ON tenant.tenant_key = event.tenant_key
JOIN dim.event_type AS event_type ON event_type.event_type_key = event.event_type_key
JOIN dim.device AS device ON device.device_version_key = event.device_version_key
JOIN dim.join_type AS join_type ON join_type.join_type_key = device.join_type_key
JOIN dim.enrollment_method AS method ON method.enrollment_method_key = device.enrollment_method_key
JOIN dim.ownership AS ownership ON ownership.ownership_key = device.ownership_key;
