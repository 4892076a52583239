-- One row per enrolment state.
CREATE OR ALTER VIEW report.dim_enrollment_state AS
SELECT
    enrollment_state.enrollment_state_key,
    enrollment_state.code,
    enrollment_state.label,
    enrollment_state.description,
    enrollment_state.sort_order
FROM dim.enrollment_state AS enrollment_state;
