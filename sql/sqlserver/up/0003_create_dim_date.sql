-- One row per day. Filled from the start of the year ten years before a snapshot to the end of the year ten years after it.
CREATE TABLE dim.date (
    date_key int NOT NULL,
    date date NOT NULL,
    year smallint NOT NULL,
    quarter smallint NOT NULL,
    month smallint NOT NULL,
    month_name varchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    day_of_month smallint NOT NULL,
    iso_year smallint NOT NULL,
    iso_week smallint NOT NULL,
    iso_day_of_week smallint NOT NULL,
    day_name varchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    is_month_end bit NOT NULL,
    CONSTRAINT pk_date PRIMARY KEY CLUSTERED (date_key),
    CONSTRAINT uq_date UNIQUE (date)
);
