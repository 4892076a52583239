-- One row per management agent, spelled as Intune spells it. Agents not listed are added by the publish that first sees them.
CREATE TABLE dim.management_agent (
    management_agent_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    sort_order SMALLINT NOT NULL,
    is_built_in BOOLEAN NOT NULL
);

INSERT INTO dim.management_agent (management_agent_key, code, label, description, sort_order, is_built_in) VALUES
    (0, 'unknown', 'Unknown', 'In Intune, with no agent named.', 99, true),
    (1, 'none', 'None', 'Not in Intune.', 98, true),
    (2, 'mdm', 'MDM', 'The management client of the operating system.', 1, true),
    (3, 'easMdm', 'MDM and Exchange ActiveSync', 'The management client, and mailbox policy.', 2, true),
    (4, 'intuneClient', 'Intune client', 'The Intune PC agent.', 3, true),
    (5, 'easIntuneClient', 'Intune client and Exchange ActiveSync', 'The Intune PC agent, and mailbox policy.', 4, true),
    (6, 'configurationManagerClientMdm', 'Co-management', 'Configuration Manager and MDM together.', 5, true),
    (7, 'configurationManagerClientMdmEas', 'Co-management and Exchange ActiveSync', 'Configuration Manager and MDM together, and mailbox policy.', 6, true),
    (8, 'googleCloudDevicePolicyController', 'Android Enterprise', 'The Android device policy controller.', 7, true),
    (9, 'microsoft365ManagedMdm', 'Microsoft 365 MDM', 'Basic mobility and security of Microsoft 365.', 8, true),
    (10, 'intuneAosp', 'Android AOSP', 'The Intune agent for Android without Google services.', 9, true),
    (11, 'configurationManagerClient', 'Configuration Manager', 'Tenant attach: Configuration Manager without enrolment.', 10, true),
    (12, 'msSense', 'Defender for Endpoint', 'Security settings without enrolment.', 11, true),
    (13, 'jamf', 'Jamf', 'Jamf Pro manages it and reports to Intune.', 12, true),
    (14, 'eas', 'Exchange ActiveSync', 'Mailbox policy only.', 13, true);
