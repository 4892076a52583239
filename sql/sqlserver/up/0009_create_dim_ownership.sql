-- One row per kind of owner. The key is the number of the member in Etl.Model.Devices.Ownership.
CREATE TABLE dim.ownership (
    ownership_key smallint NOT NULL,
    code varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sort_order smallint NOT NULL,
    CONSTRAINT pk_ownership PRIMARY KEY CLUSTERED (ownership_key),
    CONSTRAINT uq_ownership UNIQUE (code)
);

INSERT INTO dim.ownership (ownership_key, code, label, description, sort_order) VALUES
    (0, N'Unknown', N'Unknown', N'No inventory says whose the device is.', 99),
    (1, N'Company', N'Company', N'Owned by the organisation.', 1),
    (2, N'Personal', N'Personal', N'Owned by the person who uses it.', 2);
