-- Takes back what an earlier publish of this day did, so that the day comes out as if that publish had never been.
-- Run only for a day that is there already. Device keys given up here are handed out again by 07_dim_device, in their order.

INSERT INTO staging.freed_device_key (device_key)
SELECT device.device_key
FROM dim.device AS device
JOIN dim.tenant AS tenant ON tenant.tenant_key = device.tenant_key
WHERE tenant.tenant = $tenant
    AND device.first_snapshot_date_key = $snapshot_date_key;

DELETE FROM dim.device
WHERE first_snapshot_date_key = $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

DELETE FROM fact.coverage_daily
WHERE snapshot_date_key = $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

DELETE FROM fact.device_snapshot
WHERE snapshot_date_key = $snapshot_date_key
    AND tenant_key = (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant);

-- Members that only this day had, and that it will not have again.
DELETE FROM dim.enrollment_method
WHERE NOT is_built_in
    AND lower(code) NOT IN (SELECT lower(code) FROM staging.enrollment_method)
    AND lower(code) NOT IN (SELECT lower(enrollment_method) FROM staging.classified_device)
    AND enrollment_method_key NOT IN (SELECT enrollment_method_key FROM fact.device_snapshot);

DELETE FROM dim.compliance_state
WHERE NOT is_built_in
    AND code NOT IN (SELECT compliance_state FROM staging.classified_device)
    AND compliance_state_key NOT IN (SELECT compliance_state_key FROM fact.device_snapshot);

DELETE FROM dim.management_agent
WHERE NOT is_built_in
    AND code NOT IN (SELECT management_agent FROM staging.classified_device)
    AND management_agent_key NOT IN (SELECT management_agent_key FROM fact.device_snapshot);
