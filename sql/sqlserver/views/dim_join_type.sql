-- One row per join type.
CREATE OR ALTER VIEW report.dim_join_type AS
SELECT
    join_type.join_type_key,
    join_type.code,
    join_type.label,
    join_type.description,
    join_type.is_joined,
    join_type.is_hybrid,
    join_type.sort_order
FROM dim.join_type AS join_type;
