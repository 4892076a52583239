-- Texts of the reasons as configured. The members themselves are fixed.
CREATE OR ALTER PROCEDURE publish.dim_gap_reason
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

UPDATE member
SET
    label = configured.label,
    explanation = configured.explanation,
    recommended_action = configured.recommended_action,
    severity = configured.severity
FROM dim.gap_reason AS member
JOIN staging.gap_reason AS configured ON configured.gap_reason_key = member.gap_reason_key
WHERE EXISTS (
    SELECT member.label, member.explanation, member.recommended_action, member.severity
    EXCEPT
    SELECT configured.label, configured.explanation, configured.recommended_action, configured.severity
);
