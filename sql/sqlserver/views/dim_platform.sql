-- One row per platform.
CREATE OR ALTER VIEW report.dim_platform AS
SELECT
    platform.platform_key,
    platform.code,
    platform.label,
    platform.description,
    platform.sort_order
FROM dim.platform AS platform;
