-- One row per kind of change between two snapshots.
CREATE OR ALTER VIEW report.dim_event_type AS
SELECT
    event_type.event_type_key,
    event_type.code,
    event_type.label,
    event_type.description,
    event_type.sort_order
FROM dim.event_type AS event_type;
