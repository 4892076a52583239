-- One row per enrolment state. The key is the number of the member in Etl.Model.Devices.EnrollmentState.
CREATE TABLE dim.enrollment_state (
    enrollment_state_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    sort_order SMALLINT NOT NULL
);

INSERT INTO dim.enrollment_state (enrollment_state_key, code, label, description, sort_order) VALUES
    (0, 'Unknown', 'Unknown', 'Not classified.', 99),
    (1, 'Enrolled', 'Enrolled', 'Intune manages the device through an enrolled agent.', 1),
    (2, 'Leaving', 'Leaving', 'Enrolled, and a retire, wipe or delete is under way.', 2),
    (3, 'NotEnrolled', 'Not enrolled', 'No management agent is known.', 7),
    (4, 'ConfigMgrOnly', 'Configuration Manager only', 'Seen in Intune through tenant attach; Configuration Manager alone manages it.', 3),
    (5, 'SecurityManagementOnly', 'Defender security management only', 'Gets its security policy through Defender for Endpoint, without enrolment.', 4),
    (6, 'OtherMdm', 'Other MDM', 'Another MDM service manages it.', 5),
    (7, 'ExchangeOnly', 'Exchange ActiveSync only', 'Synchronises mail; Exchange applies its mailbox policy and nothing else.', 6);
