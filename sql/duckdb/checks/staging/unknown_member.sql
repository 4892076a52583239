-- fail
-- every staged key is a member of its dimension
SELECT CAST(missing.dimension AS VARCHAR) AS subject, CAST(missing.member_key AS VARCHAR) AS found
FROM (
    SELECT DISTINCT 'join_type' AS dimension, join_type_key AS member_key
    FROM staging.profile
    WHERE join_type_key NOT IN (SELECT join_type_key FROM dim.join_type)
    UNION ALL
    SELECT DISTINCT 'enrollment_state', enrollment_state_key
    FROM staging.profile
    WHERE enrollment_state_key NOT IN (SELECT enrollment_state_key FROM dim.enrollment_state)
    UNION ALL
    SELECT DISTINCT 'platform', platform_key
    FROM staging.profile
    WHERE platform_key NOT IN (SELECT platform_key FROM dim.platform)
    UNION ALL
    SELECT DISTINCT 'ownership', ownership_key
    FROM staging.profile
    WHERE ownership_key NOT IN (SELECT ownership_key FROM dim.ownership)
    UNION ALL
    SELECT DISTINCT 'scope', scope_key
    FROM staging.profile
    WHERE scope_key NOT IN (SELECT scope_key FROM dim.scope)
    UNION ALL
    SELECT DISTINCT 'gap_reason', gap_reason_key
    FROM staging.profile
    WHERE gap_reason_key NOT IN (SELECT gap_reason_key FROM dim.gap_reason)
) AS missing
ORDER BY subject, found
LIMIT 10;
