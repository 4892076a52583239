-- One row per platform. The key is the number of the member in Etl.Model.Devices.Platform.
CREATE TABLE dim.platform (
    platform_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    sort_order SMALLINT NOT NULL
);

INSERT INTO dim.platform (platform_key, code, label, description, sort_order) VALUES
    (0, 'Unknown', 'Unknown', 'No inventory names an operating system.', 99),
    (1, 'Windows', 'Windows', 'Windows on a client computer.', 1),
    (2, 'WindowsServer', 'Windows Server', 'Windows on a server; outside the scope of coverage.', 2),
    (3, 'macOS', 'macOS', 'Mac computers.', 3),
    (4, 'iOS', 'iOS', 'iPhones.', 4),
    (5, 'iPadOS', 'iPadOS', 'iPads.', 5),
    (6, 'Android', 'Android', 'Android phones, tablets and AOSP devices.', 6),
    (7, 'ChromeOS', 'ChromeOS', 'Chromebooks.', 7),
    (8, 'Linux', 'Linux', 'Any Linux distribution.', 8),
    (9, 'Other', 'Other', 'An operating system that is none of these.', 9);
