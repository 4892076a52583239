-- Members of the configured table, and raw enrolment types that it does not know. A method is one member however its case is
-- written; of several spellings first seen together the ordinally smallest stands.
UPDATE dim.enrollment_method AS member
SET
    label = configured.label,
    category = configured.category,
    platform = configured.platform,
    ownership = configured.ownership,
    expected_join_type = configured.expected_join_type,
    sort_order = configured.sort_order
FROM staging.enrollment_method AS configured
WHERE lower(member.code) = lower(configured.code)
    AND (member.label <> configured.label
        OR member.category <> configured.category
        OR member.platform IS DISTINCT FROM configured.platform
        OR member.ownership IS DISTINCT FROM configured.ownership
        OR member.expected_join_type <> configured.expected_join_type
        OR member.sort_order <> configured.sort_order);

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
WITH candidate AS (
    SELECT code, label, category, platform, ownership, expected_join_type, sort_order
    FROM staging.enrollment_method
    UNION ALL
    SELECT min(staged.code), min(staged.code), 'Unmapped', NULL, NULL, 'any', 900
    FROM (SELECT DISTINCT enrollment_method AS code FROM staging.profile) AS staged
    WHERE lower(staged.code) NOT IN (SELECT lower(code) FROM staging.enrollment_method)
    GROUP BY lower(staged.code)
)
SELECT
    (SELECT max(enrollment_method_key) FROM dim.enrollment_method) + row_number() OVER (ORDER BY candidate.code),
    candidate.code,
    candidate.label,
    candidate.category,
    candidate.platform,
    candidate.ownership,
    candidate.expected_join_type,
    candidate.sort_order,
    false
FROM candidate
WHERE NOT EXISTS (SELECT 1 FROM dim.enrollment_method AS known WHERE lower(known.code) = lower(candidate.code));

UPDATE staging.profile AS staged
SET enrollment_method_key = member.enrollment_method_key
FROM dim.enrollment_method AS member
WHERE lower(member.code) = lower(staged.enrollment_method);

INSERT INTO ops.member_use (tenant_key, dimension, member_key, first_date_key)
SELECT tenant.tenant_key, 'enrollment_method', member.enrollment_method_key, $snapshot_date_key
FROM dim.enrollment_method AS member
JOIN dim.tenant AS tenant ON tenant.tenant = $tenant
WHERE NOT member.is_built_in
    AND (lower(member.code) IN (SELECT lower(code) FROM staging.enrollment_method)
        OR member.enrollment_method_key IN (SELECT enrollment_method_key FROM staging.profile))
    AND NOT EXISTS (
        SELECT 1
        FROM ops.member_use AS known
        WHERE known.tenant_key = tenant.tenant_key
            AND known.dimension = 'enrollment_method'
            AND known.member_key = member.enrollment_method_key
    );
