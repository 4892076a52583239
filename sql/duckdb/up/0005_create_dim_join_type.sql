-- One row per join type. The key is the number of the member in Etl.Model.Devices.JoinType.
CREATE TABLE dim.join_type (
    join_type_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    is_joined BOOLEAN NOT NULL,
    is_hybrid BOOLEAN NOT NULL,
    sort_order SMALLINT NOT NULL
);

INSERT INTO dim.join_type (join_type_key, code, label, description, is_joined, is_hybrid, sort_order) VALUES
    (0, 'Unknown', 'Unknown', 'In Entra ID, with a kind of trust that is not known here.', false, false, 99),
    (1, 'EntraJoined', 'Entra joined', 'Joined to Entra ID alone: people sign in to it with their work account, there is no on-premises computer account.', true, false, 1),
    (2, 'HybridJoined', 'Hybrid joined', 'Joined to on-premises AD and registered in Entra ID: one computer, known to both.', true, true, 2),
    (3, 'HybridPending', 'Hybrid join pending', 'Synchronised from on-premises AD to Entra ID, but the computer has not finished its registration.', false, true, 3),
    (4, 'AutopilotPending', 'Autopilot, not yet set up', 'Registered for Autopilot and never signed in to: a computer that is still in its box.', false, false, 4),
    (5, 'EntraRegistered', 'Entra registered', 'A work account was added to it, as on a personal phone or PC; the device itself is not joined.', false, false, 5),
    (6, 'DomainJoined', 'AD joined only', 'Has an on-premises computer account and is not in Entra ID.', true, false, 6),
    (7, 'NotJoined', 'Not joined', 'Known to Intune only: managed, with no identity in Entra ID or AD.', false, false, 7);
