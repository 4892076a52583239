-- One row per reason why a device is not enrolled or not covered.
CREATE OR ALTER VIEW report.dim_gap_reason AS
SELECT
    gap_reason.gap_reason_key,
    gap_reason.code,
    gap_reason.label,
    gap_reason.explanation,
    gap_reason.recommended_action,
    gap_reason.severity,
    gap_reason.sort_order
FROM dim.gap_reason AS gap_reason;
