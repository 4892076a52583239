-- One row per day. Filled from the start of the year ten years before a snapshot to the end of the year ten years after it.
CREATE TABLE dim.date (
    date_key INTEGER NOT NULL,
    date DATE NOT NULL,
    year SMALLINT NOT NULL,
    quarter SMALLINT NOT NULL,
    month SMALLINT NOT NULL,
    month_name VARCHAR NOT NULL,
    day_of_month SMALLINT NOT NULL,
    iso_year SMALLINT NOT NULL,
    iso_week SMALLINT NOT NULL,
    iso_day_of_week SMALLINT NOT NULL,
    day_name VARCHAR NOT NULL,
    is_month_end BOOLEAN NOT NULL
);
