-- The members of the dimensions that pages speak of, with their words for people.
SELECT
    'join_type' AS dimension, code, label, description, CAST(NULL AS VARCHAR) AS recommended_action, CAST(NULL AS VARCHAR) AS severity, sort_order
FROM report.dim_join_type
UNION ALL
SELECT 'enrollment_state', code, label, description, NULL, NULL, sort_order
FROM report.dim_enrollment_state
UNION ALL
SELECT 'enrollment_method', code, label, category, NULL, NULL, sort_order
FROM report.dim_enrollment_method
UNION ALL
SELECT 'platform', code, label, description, NULL, NULL, sort_order
FROM report.dim_platform
UNION ALL
SELECT 'ownership', code, label, description, NULL, NULL, sort_order
FROM report.dim_ownership
UNION ALL
SELECT 'gap_reason', code, label, explanation, recommended_action, severity, sort_order
FROM report.dim_gap_reason;
