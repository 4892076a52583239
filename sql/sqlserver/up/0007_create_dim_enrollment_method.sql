-- One row per way of enrolling; a device that is not enrolled has the member named as its state.
-- Members of config/enrollment-methods.csv and raw enrolment types without a row there are added by the publish.
CREATE TABLE dim.enrollment_method (
    enrollment_method_key smallint NOT NULL,
    code nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    category nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    platform nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    ownership nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    expected_join_type nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sort_order smallint NOT NULL,
    is_built_in bit NOT NULL,
    CONSTRAINT pk_enrollment_method PRIMARY KEY CLUSTERED (enrollment_method_key),
    CONSTRAINT uq_enrollment_method UNIQUE (code)
);

INSERT INTO dim.enrollment_method
    (enrollment_method_key, code, label, description, category, expected_join_type, sort_order, is_built_in)
VALUES
    (0, N'Unknown', N'Unknown', N'Enrolled, and Intune does not say how.', N'Unknown', N'any', 999, 1),
    (1, N'Leaving', N'Leaving', N'A retire, wipe or delete is under way.', N'Not enrolled', N'any', 901, 1),
    (2, N'NotEnrolled', N'Not enrolled', N'No management agent is known.', N'Not enrolled', N'any', 906, 1),
    (3, N'ConfigMgrOnly', N'Configuration Manager only', N'Tenant attach without enrolment.', N'Not enrolled', N'any', 902, 1),
    (4, N'SecurityManagementOnly', N'Defender security management only', N'Security policy through Defender for Endpoint.', N'Not enrolled', N'any', 903, 1),
    (5, N'OtherMdm', N'Other MDM', N'Another MDM service manages it.', N'Not enrolled', N'any', 904, 1),
    (6, N'ExchangeOnly', N'Exchange ActiveSync only', N'Mailbox policy only.', N'Not enrolled', N'any', 905, 1);
