-- One row per row of config/enrollment-methods.csv, in its order.
CREATE TABLE staging.enrollment_method (
    code nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    category nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    platform nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    ownership nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    expected_join_type nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sort_order smallint NOT NULL
);
