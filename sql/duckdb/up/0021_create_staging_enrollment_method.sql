-- One row per row of config/enrollment-methods.csv, in its order.
CREATE TABLE staging.enrollment_method (
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    platform VARCHAR,
    ownership VARCHAR,
    expected_join_type VARCHAR NOT NULL,
    sort_order SMALLINT NOT NULL
);
