-- Texts of the reasons as configured. The members themselves are fixed.
UPDATE dim.gap_reason AS member
SET
    label = configured.label,
    explanation = configured.explanation,
    recommended_action = configured.recommended_action,
    severity = configured.severity
FROM staging.gap_reason AS configured
WHERE member.gap_reason_key = configured.gap_reason_key
    AND (member.label <> configured.label
        OR member.explanation IS DISTINCT FROM configured.explanation
        OR member.recommended_action IS DISTINCT FROM configured.recommended_action
        OR member.severity IS DISTINCT FROM configured.severity);
