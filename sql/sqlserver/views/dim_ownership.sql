-- One row per kind of owner.
CREATE OR ALTER VIEW report.dim_ownership AS
SELECT
    ownership.ownership_key,
    ownership.code,
    ownership.label,
    ownership.description,
    ownership.sort_order
FROM dim.ownership AS ownership;
