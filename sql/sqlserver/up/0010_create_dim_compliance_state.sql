-- One row per compliance state, spelled as Intune spells it. States not listed are added by the publish that first sees them.
CREATE TABLE dim.compliance_state (
    compliance_state_key smallint NOT NULL,
    code nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sort_order smallint NOT NULL,
    is_built_in bit NOT NULL,
    CONSTRAINT pk_compliance_state PRIMARY KEY CLUSTERED (compliance_state_key),
    CONSTRAINT uq_compliance_state UNIQUE (code)
);

INSERT INTO dim.compliance_state (compliance_state_key, code, label, description, sort_order, is_built_in) VALUES
    (0, N'unknown', N'Unknown', N'Nobody has said whether the device complies.', 99, 1),
    (1, N'compliant', N'Compliant', N'Meets every compliance policy assigned to it.', 1, 1),
    (2, N'noncompliant', N'Not compliant', N'Breaks at least one policy.', 3, 1),
    (3, N'conflict', N'Conflict', N'Policies assigned to it contradict each other.', 4, 1),
    (4, N'error', N'Error', N'Its compliance could not be worked out.', 5, 1),
    (5, N'inGracePeriod', N'In grace period', N'Breaks a policy and still has time to mend it.', 2, 1),
    (6, N'configManager', N'Configuration Manager', N'Configuration Manager decides on its compliance.', 6, 1);
