-- One row per join type. The key is the number of the member in Etl.Model.Devices.JoinType.
CREATE TABLE dim.join_type (
    join_type_key smallint NOT NULL,
    code varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    is_joined bit NOT NULL,
    is_hybrid bit NOT NULL,
    sort_order smallint NOT NULL,
    CONSTRAINT pk_join_type PRIMARY KEY CLUSTERED (join_type_key),
    CONSTRAINT uq_join_type UNIQUE (code)
);

INSERT INTO dim.join_type (join_type_key, code, label, description, is_joined, is_hybrid, sort_order) VALUES
    (0, N'Unknown', N'Unknown', N'In Entra ID, with a kind of trust that is not known here.', 0, 0, 99),
    (1, N'EntraJoined', N'Entra joined', N'Joined to Entra ID alone: people sign in to it with their work account, there is no on-premises computer account.', 1, 0, 1),
    (2, N'HybridJoined', N'Hybrid joined', N'Joined to on-premises AD and registered in Entra ID: one computer, known to both.', 1, 1, 2),
    (3, N'HybridPending', N'Hybrid join pending', N'Synchronised from on-premises AD to Entra ID, but the computer has not finished its registration.', 0, 1, 3),
    (4, N'AutopilotPending', N'Autopilot, not yet set up', N'Registered for Autopilot and never signed in to: a computer that is still in its box.', 0, 0, 4),
    (5, N'EntraRegistered', N'Entra registered', N'A work account was added to it, as on a personal phone or PC; the device itself is not joined.', 0, 0, 5),
    (6, N'DomainJoined', N'AD joined only', N'Has an on-premises computer account and is not in Entra ID.', 1, 0, 6),
    (7, N'NotJoined', N'Not joined', N'Known to Intune only: managed, with no identity in Entra ID or AD.', 0, 0, 7);
