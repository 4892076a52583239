-- The staged devices under their keys, with the day since when they have their gap from the snapshot before.
-- A duplicate cannot get here: checks/staging/duplicate_device_id.sql has passed.
SET disabled_optimizers = 'join_order,build_side_probe_side'; -- as in 08_dim_device

INSERT INTO fact.device_snapshot (
    snapshot_date_key,
    tenant_key,
    device_version_key,
    join_type_key,
    enrollment_state_key,
    enrollment_method_key,
    platform_key,
    ownership_key,
    compliance_state_key,
    management_agent_key,
    scope_key,
    gap_reason_key,
    gap_since_date_key,
    is_enrolled,
    is_in_scope,
    is_covered,
    in_entra,
    in_intune,
    in_ad,
    is_autopilot,
    is_stale,
    join_type_as_expected,
    ad_match,
    intune_match,
    intune_record_count,
    os_version,
    last_activity_date,
    last_activity_second,
    last_activity_millisecond,
    last_sync_seconds_before,
    last_sync_milliseconds_before,
    days_since_activity,
    run_id
)
SELECT
    $snapshot_date_key,
    (SELECT tenant_key FROM dim.tenant WHERE tenant = $tenant),
    keyed.device_version_key,
    staged.join_type_key,
    staged.enrollment_state_key,
    staged.enrollment_method_key,
    staged.platform_key,
    staged.ownership_key,
    staged.compliance_state_key,
    staged.management_agent_key,
    staged.scope_key,
    staged.gap_reason_key,
    CASE
        WHEN reason.code = 'None' THEN NULL
        WHEN before.gap_reason_key = staged.gap_reason_key THEN before.gap_since_date_key
        ELSE $snapshot_date_key
    END AS gap_since_date_key,
    staged.is_enrolled,
    staged.is_in_scope,
    staged.is_covered,
    staged.in_entra,
    staged.in_intune,
    staged.in_ad,
    staged.is_autopilot,
    staged.is_stale,
    staged.join_type_as_expected,
    staged.ad_match,
    staged.intune_match,
    staged.intune_record_count,
    staged.os_version,
    CAST(staged.last_activity_utc AS DATE),
    epoch_ms(CAST(staged.last_activity_utc AS TIME)) // 1000,
    epoch_ms(CAST(staged.last_activity_utc AS TIME)) % 1000,
    (epoch_ms(staged.last_activity_utc) - epoch_ms(staged.last_sync_utc)) // 1000,
    (epoch_ms(staged.last_activity_utc) - epoch_ms(staged.last_sync_utc)) % 1000,
    staged.days_since_activity,
    $run_id
FROM staging.classified_device AS staged
JOIN staging.device_key AS keyed ON keyed.staged_row = staged.staged_row
JOIN dim.gap_reason AS reason ON reason.gap_reason_key = staged.gap_reason_key
LEFT JOIN fact.device_snapshot AS before
    ON before.snapshot_date_key = $previous_date_key
    AND before.device_version_key = keyed.open_version_key
-- In this order most columns are long runs of one value, which take a third off the disk. With one key more the library would sort
-- another, slower way: it packs them into at most 32 bytes.
ORDER BY
    staged.is_stale,
    staged.join_type_key,
    staged.enrollment_method_key,
    staged.gap_reason_key,
    staged.compliance_state_key,
    CAST(staged.last_activity_utc AS DATE),
    gap_since_date_key,
    keyed.device_version_key;

RESET disabled_optimizers;
