-- One row per reason why a device is not enrolled or not covered. The key is the number of the member in
-- Etl.Model.Devices.GapReason. Label, explanation, action and severity are those of config/gap-reasons.csv from the first publish on.
CREATE TABLE dim.gap_reason (
    gap_reason_key smallint NOT NULL,
    code varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    explanation nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    recommended_action nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    severity nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    sort_order smallint NOT NULL,
    CONSTRAINT pk_gap_reason PRIMARY KEY CLUSTERED (gap_reason_key),
    CONSTRAINT uq_gap_reason UNIQUE (code)
);

INSERT INTO dim.gap_reason (gap_reason_key, code, label, sort_order) VALUES
    (0, N'Unknown', N'Unknown', 99),
    (1, N'None', N'No gap', 1),
    (2, N'NotCheckingIn', N'Not checking in', 2),
    (3, N'EntraObjectMissing', N'Entra object missing', 3),
    (4, N'EnrolledWithoutEntra', N'Enrolled without Entra', 4),
    (5, N'Server', N'Server', 5),
    (6, N'Excluded', N'Excluded', 6),
    (7, N'NonUserDevice', N'Not a user''s device', 7),
    (8, N'Superseded', N'Superseded', 8),
    (9, N'AutopilotPending', N'Autopilot, not yet set up', 9),
    (10, N'Disabled', N'Disabled', 10),
    (11, N'Personal', N'Personal', 11),
    (12, N'Stale', N'Stale', 12),
    (13, N'UnsupportedOs', N'Unsupported operating system', 13),
    (14, N'HybridPending', N'Hybrid join pending', 14),
    (15, N'Leaving', N'Leaving', 15),
    (16, N'OtherMdm', N'Other MDM', 16),
    (17, N'ConfigMgrOnly', N'Configuration Manager only', 17),
    (18, N'SecurityManagementOnly', N'Security management only', 18),
    (19, N'ExchangeOnly', N'Exchange only', 19),
    (20, N'RecentlyRegistered', N'Recently registered', 20),
    (21, N'NoUserCertificate', N'No user certificate', 21),
    (22, N'NotSynced', N'Not synchronised', 22),
    (23, N'Unenrolled', N'Unenrolled', 23),
    (24, N'IntuneRecordMissing', N'Intune record missing', 24),
    (25, N'PersonalRegistered', N'Personal, registered', 25),
    (26, N'AutoEnrollmentNotTriggered', N'Automatic enrolment not triggered', 26),
    (27, N'GroupPolicyNotApplied', N'Group Policy not applied', 27),
    (28, N'Unexplained', N'Unexplained', 28);
