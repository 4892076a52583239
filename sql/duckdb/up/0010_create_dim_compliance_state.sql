-- One row per compliance state, spelled as Intune spells it. States not listed are added by the publish that first sees them.
CREATE TABLE dim.compliance_state (
    compliance_state_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    sort_order SMALLINT NOT NULL,
    is_built_in BOOLEAN NOT NULL
);

INSERT INTO dim.compliance_state (compliance_state_key, code, label, description, sort_order, is_built_in) VALUES
    (0, 'unknown', 'Unknown', 'Nobody has said whether the device complies.', 99, true),
    (1, 'compliant', 'Compliant', 'Meets every compliance policy assigned to it.', 1, true),
    (2, 'noncompliant', 'Not compliant', 'Breaks at least one policy.', 3, true),
    (3, 'conflict', 'Conflict', 'Policies assigned to it contradict each other.', 4, true),
    (4, 'error', 'Error', 'Its compliance could not be worked out.', 5, true),
    (5, 'inGracePeriod', 'In grace period', 'Breaks a policy and still has time to mend it.', 2, true),
    (6, 'configManager', 'Configuration Manager', 'Configuration Manager decides on its compliance.', 6, true);
