-- One row per kind of owner. The key is the number of the member in Etl.Model.Devices.Ownership.
CREATE TABLE dim.ownership (
    ownership_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    sort_order SMALLINT NOT NULL
);

INSERT INTO dim.ownership (ownership_key, code, label, description, sort_order) VALUES
    (0, 'Unknown', 'Unknown', 'No inventory says whose the device is.', 99),
    (1, 'Company', 'Company', 'Owned by the organisation.', 1),
    (2, 'Personal', 'Personal', 'Owned by the person who uses it.', 2);
