-- One row per way of enrolling.
CREATE OR ALTER VIEW report.dim_enrollment_method AS
SELECT
    enrollment_method.enrollment_method_key,
    enrollment_method.code,
    enrollment_method.label,
    enrollment_method.description,
    enrollment_method.category,
    enrollment_method.platform,
    enrollment_method.ownership,
    enrollment_method.expected_join_type,
    enrollment_method.sort_order
FROM dim.enrollment_method AS enrollment_method;
