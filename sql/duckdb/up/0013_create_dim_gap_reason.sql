-- One row per reason why a device is not enrolled or not covered. The key is the number of the member in
-- Etl.Model.Devices.GapReason. Label, explanation, action and severity are those of config/gap-reasons.csv from the first publish on.
CREATE TABLE dim.gap_reason (
    gap_reason_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    explanation VARCHAR,
    recommended_action VARCHAR,
    severity VARCHAR,
    sort_order SMALLINT NOT NULL
);

INSERT INTO dim.gap_reason (gap_reason_key, code, label, sort_order) VALUES
    (0, 'Unknown', 'Unknown', 99),
    (1, 'None', 'No gap', 1),
    (2, 'NotCheckingIn', 'Not checking in', 2),
    (3, 'EntraObjectMissing', 'Entra object missing', 3),
    (4, 'EnrolledWithoutEntra', 'Enrolled without Entra', 4),
    (5, 'Server', 'Server', 5),
    (6, 'Excluded', 'Excluded', 6),
    (7, 'NonUserDevice', 'Not a user''s device', 7),
    (8, 'Superseded', 'Superseded', 8),
    (9, 'AutopilotPending', 'Autopilot, not yet set up', 9),
    (10, 'Disabled', 'Disabled', 10),
    (11, 'Personal', 'Personal', 11),
    (12, 'Stale', 'Stale', 12),
    (13, 'UnsupportedOs', 'Unsupported operating system', 13),
    (14, 'HybridPending', 'Hybrid join pending', 14),
    (15, 'Leaving', 'Leaving', 15),
    (16, 'OtherMdm', 'Other MDM', 16),
    (17, 'ConfigMgrOnly', 'Configuration Manager only', 17),
    (18, 'SecurityManagementOnly', 'Security management only', 18),
    (19, 'ExchangeOnly', 'Exchange only', 19),
    (20, 'RecentlyRegistered', 'Recently registered', 20),
    (21, 'NoUserCertificate', 'No user certificate', 21),
    (22, 'NotSynced', 'Not synchronised', 22),
    (23, 'Unenrolled', 'Unenrolled', 23),
    (24, 'IntuneRecordMissing', 'Intune record missing', 24),
    (25, 'PersonalRegistered', 'Personal, registered', 25),
    (26, 'AutoEnrollmentNotTriggered', 'Automatic enrolment not triggered', 26),
    (27, 'GroupPolicyNotApplied', 'Group Policy not applied', 27),
    (28, 'Unexplained', 'Unexplained', 28);
