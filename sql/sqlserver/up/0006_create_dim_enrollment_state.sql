-- One row per enrolment state. The key is the number of the member in Etl.Model.Devices.EnrollmentState.
CREATE TABLE dim.enrollment_state (
    enrollment_state_key smallint NOT NULL,
    code varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sort_order smallint NOT NULL,
    CONSTRAINT pk_enrollment_state PRIMARY KEY CLUSTERED (enrollment_state_key),
    CONSTRAINT uq_enrollment_state UNIQUE (code)
);

INSERT INTO dim.enrollment_state (enrollment_state_key, code, label, description, sort_order) VALUES
    (0, N'Unknown', N'Unknown', N'Not classified.', 99),
    (1, N'Enrolled', N'Enrolled', N'Intune manages the device through an enrolled agent.', 1),
    (2, N'Leaving', N'Leaving', N'Enrolled, and a retire, wipe or delete is under way.', 2),
    (3, N'NotEnrolled', N'Not enrolled', N'No management agent is known.', 7),
    (4, N'ConfigMgrOnly', N'Configuration Manager only', N'Seen in Intune through tenant attach; Configuration Manager alone manages it.', 3),
    (5, N'SecurityManagementOnly', N'Defender security management only', N'Gets its security policy through Defender for Endpoint, without enrolment.', 4),
    (6, N'OtherMdm', N'Other MDM', N'Another MDM service manages it.', 5),
    (7, N'ExchangeOnly', N'Exchange ActiveSync only', N'Synchronises mail; Exchange applies its mailbox policy and nothing else.', 6);
