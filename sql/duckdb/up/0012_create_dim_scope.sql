-- One row per answer to "does it count for coverage?". The key is the number of the member in Etl.Model.Devices.Scope.
CREATE TABLE dim.scope (
    scope_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    sort_order SMALLINT NOT NULL
);

INSERT INTO dim.scope (scope_key, code, label, description, sort_order) VALUES
    (0, 'Unknown', 'Unknown', 'Not classified.', 99),
    (1, 'InScope', 'In scope', 'Counts in the denominator of coverage.', 1),
    (2, 'Server', 'Server', 'A server or domain controller: Intune does not manage servers.', 2),
    (3, 'Excluded', 'Excluded by configuration', 'Matches a row of scope-exclusions.csv.', 3),
    (4, 'NonUserDevice', 'Not a user''s device', 'A printer, a thing, a virtual machine of a service or an account that is no computer.', 4),
    (5, 'Superseded', 'Superseded', 'Another record is the same machine today.', 5),
    (6, 'AutopilotPending', 'Autopilot, not yet set up', 'Registered for Autopilot and never used.', 6),
    (7, 'Disabled', 'Disabled', 'Its account is disabled in Entra ID or AD.', 7),
    (8, 'Personal', 'Personal', 'A personal device, and personal devices are not counted.', 8),
    (9, 'Stale', 'Stale', 'Not seen for longer than the limit.', 9);
