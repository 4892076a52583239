-- One row per way of enrolling; a device that is not enrolled has the member named as its state.
-- Members of config/enrollment-methods.csv and raw enrolment types without a row there are added by the publish.
CREATE TABLE dim.enrollment_method (
    enrollment_method_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    description VARCHAR,
    category VARCHAR NOT NULL,
    platform VARCHAR,
    ownership VARCHAR,
    expected_join_type VARCHAR NOT NULL,
    sort_order SMALLINT NOT NULL,
    is_built_in BOOLEAN NOT NULL
);

INSERT INTO dim.enrollment_method
    (enrollment_method_key, code, label, description, category, expected_join_type, sort_order, is_built_in)
VALUES
    (0, 'Unknown', 'Unknown', 'Enrolled, and Intune does not say how.', 'Unknown', 'any', 999, true),
    (1, 'Leaving', 'Leaving', 'A retire, wipe or delete is under way.', 'Not enrolled', 'any', 901, true),
    (2, 'NotEnrolled', 'Not enrolled', 'No management agent is known.', 'Not enrolled', 'any', 906, true),
    (3, 'ConfigMgrOnly', 'Configuration Manager only', 'Tenant attach without enrolment.', 'Not enrolled', 'any', 902, true),
    (4, 'SecurityManagementOnly', 'Defender security management only', 'Security policy through Defender for Endpoint.', 'Not enrolled', 'any', 903, true),
    (5, 'OtherMdm', 'Other MDM', 'Another MDM service manages it.', 'Not enrolled', 'any', 904, true),
    (6, 'ExchangeOnly', 'Exchange ActiveSync only', 'Mailbox policy only.', 'Not enrolled', 'any', 905, true);
