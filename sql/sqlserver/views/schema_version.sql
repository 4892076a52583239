-- One row per script that has run: what a reader's program compares its own version with.
CREATE OR ALTER VIEW report.schema_version AS
SELECT
    version.script,
    version.hash,
    version.applied_utc
FROM ops.schema_version AS version;
