-- One row per platform. The key is the number of the member in Etl.Model.Devices.Platform.
CREATE TABLE dim.platform (
    platform_key smallint NOT NULL,
    code varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sort_order smallint NOT NULL,
    CONSTRAINT pk_platform PRIMARY KEY CLUSTERED (platform_key),
    CONSTRAINT uq_platform UNIQUE (code)
);

INSERT INTO dim.platform (platform_key, code, label, description, sort_order) VALUES
    (0, N'Unknown', N'Unknown', N'No inventory names an operating system.', 99),
    (1, N'Windows', N'Windows', N'Windows on a client computer.', 1),
    (2, N'WindowsServer', N'Windows Server', N'Windows on a server; outside the scope of coverage.', 2),
    (3, N'macOS', N'macOS', N'Mac computers.', 3),
    (4, N'iOS', N'iOS', N'iPhones.', 4),
    (5, N'iPadOS', N'iPadOS', N'iPads.', 5),
    (6, N'Android', N'Android', N'Android phones, tablets and AOSP devices.', 6),
    (7, N'ChromeOS', N'ChromeOS', N'Chromebooks.', 7),
    (8, N'Linux', N'Linux', N'Any Linux distribution.', 8),
    (9, N'Other', N'Other', N'An operating system that is none of these.', 9);
