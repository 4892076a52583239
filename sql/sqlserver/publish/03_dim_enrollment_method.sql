-- Members of the configured table, and raw enrolment types that it does not know. A method is one member however its case is
-- written; of several spellings first seen together the ordinally smallest stands.
CREATE OR ALTER PROCEDURE publish.dim_enrollment_method
    @tenant nvarchar(200),
    @snapshot_date_key int
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;

UPDATE member
SET
    label = configured.label,
    category = configured.category,
    platform = configured.platform,
    ownership = configured.ownership,
    expected_join_type = configured.expected_join_type,
    sort_order = configured.sort_order
FROM dim.enrollment_method AS member
JOIN staging.enrollment_method AS configured ON LOWER(configured.code) = LOWER(member.code)
WHERE EXISTS (
    SELECT member.label, member.category, member.platform, member.ownership, member.expected_join_type, member.sort_order
    EXCEPT
    SELECT configured.label, configured.category, configured.platform, configured.ownership, configured.expected_join_type, configured.sort_order
);

WITH candidate AS (
    SELECT code, label, category, platform, ownership, expected_join_type, sort_order
    FROM staging.enrollment_method
    UNION ALL
    SELECT MIN(enrollment_method), MIN(enrollment_method), N'Unmapped', NULL, NULL, N'any', 900
    FROM staging.classified_device
    WHERE LOWER(enrollment_method) NOT IN (SELECT LOWER(code) FROM staging.enrollment_method)
    GROUP BY LOWER(enrollment_method)
)
INSERT INTO dim.enrollment_method (
    enrollment_method_key,
    code,
    label,
    category,
    platform,
    ownership,
    expected_join_type,
    sort_order,
    is_built_in
)
SELECT
    (SELECT MAX(enrollment_method_key) FROM dim.enrollment_method) + ROW_NUMBER() OVER (ORDER BY candidate.code),
    candidate.code,
    candidate.label,
    candidate.category,
    candidate.platform,
    candidate.ownership,
    candidate.expected_join_type,
    candidate.sort_order,
    0
FROM candidate
WHERE NOT EXISTS (SELECT 1 FROM dim.enrollment_method AS known WHERE LOWER(known.code) = LOWER(candidate.code));

INSERT INTO ops.member_use (tenant_key, dimension, member_key, first_date_key)
SELECT tenant.tenant_key, 'enrollment_method', member.enrollment_method_key, @snapshot_date_key
FROM dim.enrollment_method AS member
JOIN dim.tenant AS tenant ON tenant.tenant = @tenant
WHERE member.is_built_in = 0
    AND (LOWER(member.code) IN (SELECT LOWER(code) FROM staging.enrollment_method)
        OR LOWER(member.code) IN (SELECT LOWER(enrollment_method) FROM staging.classified_device))
    AND NOT EXISTS (
        SELECT 1
        FROM ops.member_use AS known
        WHERE known.tenant_key = tenant.tenant_key
            AND known.dimension = 'enrollment_method'
            AND known.member_key = member.enrollment_method_key
    );
