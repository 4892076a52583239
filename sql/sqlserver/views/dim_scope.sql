-- One row per answer to "does it count for coverage?".
CREATE OR ALTER VIEW report.dim_scope AS
SELECT
    scope.scope_key,
    scope.code,
    scope.label,
    scope.description,
    scope.sort_order
FROM dim.scope AS scope;
