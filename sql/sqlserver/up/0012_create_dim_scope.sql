-- One row per answer to "does it count for coverage?". The key is the number of the member in Etl.Model.Devices.Scope.
CREATE TABLE dim.scope (
    scope_key smallint NOT NULL,
    code varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sort_order smallint NOT NULL,
    CONSTRAINT pk_scope PRIMARY KEY CLUSTERED (scope_key),
    CONSTRAINT uq_scope UNIQUE (code)
);

INSERT INTO dim.scope (scope_key, code, label, description, sort_order) VALUES
    (0, N'Unknown', N'Unknown', N'Not classified.', 99),
    (1, N'InScope', N'In scope', N'Counts in the denominator of coverage.', 1),
    (2, N'Server', N'Server', N'A server or domain controller: Intune does not manage servers.', 2),
    (3, N'Excluded', N'Excluded by configuration', N'Matches a row of scope-exclusions.csv.', 3),
    (4, N'NonUserDevice', N'Not a user''s device', N'A printer, a thing, a virtual machine of a service or an account that is no computer.', 4),
    (5, N'Superseded', N'Superseded', N'Another record is the same machine today.', 5),
    (6, N'AutopilotPending', N'Autopilot, not yet set up', N'Registered for Autopilot and never used.', 6),
    (7, N'Disabled', N'Disabled', N'Its account is disabled in Entra ID or AD.', 7),
    (8, N'Personal', N'Personal', N'A personal device, and personal devices are not counted.', 8),
    (9, N'Stale', N'Stale', N'Not seen for longer than the limit.', 9);
