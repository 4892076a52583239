-- One row per management agent, spelled as Intune spells it. Agents not listed are added by the publish that first sees them.
CREATE TABLE dim.management_agent (
    management_agent_key smallint NOT NULL,
    code nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sort_order smallint NOT NULL,
    is_built_in bit NOT NULL,
    CONSTRAINT pk_management_agent PRIMARY KEY CLUSTERED (management_agent_key),
    CONSTRAINT uq_management_agent UNIQUE (code)
);

INSERT INTO dim.management_agent (management_agent_key, code, label, description, sort_order, is_built_in) VALUES
    (0, N'unknown', N'Unknown', N'In Intune, with no agent named.', 99, 1),
    (1, N'none', N'None', N'Not in Intune.', 98, 1),
    (2, N'mdm', N'MDM', N'The management client of the operating system.', 1, 1),
    (3, N'easMdm', N'MDM and Exchange ActiveSync', N'The management client, and mailbox policy.', 2, 1),
    (4, N'intuneClient', N'Intune client', N'The Intune PC agent.', 3, 1),
    (5, N'easIntuneClient', N'Intune client and Exchange ActiveSync', N'The Intune PC agent, and mailbox policy.', 4, 1),
    (6, N'configurationManagerClientMdm', N'Co-management', N'Configuration Manager and MDM together.', 5, 1),
    (7, N'configurationManagerClientMdmEas', N'Co-management and Exchange ActiveSync', N'Configuration Manager and MDM together, and mailbox policy.', 6, 1),
    (8, N'googleCloudDevicePolicyController', N'Android Enterprise', N'The Android device policy controller.', 7, 1),
    (9, N'microsoft365ManagedMdm', N'Microsoft 365 MDM', N'Basic mobility and security of Microsoft 365.', 8, 1),
    (10, N'intuneAosp', N'Android AOSP', N'The Intune agent for Android without Google services.', 9, 1),
    (11, N'configurationManagerClient', N'Configuration Manager', N'Tenant attach: Configuration Manager without enrolment.', 10, 1),
    (12, N'msSense', N'Defender for Endpoint', N'Security settings without enrolment.', 11, 1),
    (13, N'jamf', N'Jamf', N'Jamf Pro manages it and reports to Intune.', 12, 1),
    (14, N'eas', N'Exchange ActiveSync', N'Mailbox policy only.', 13, 1);
