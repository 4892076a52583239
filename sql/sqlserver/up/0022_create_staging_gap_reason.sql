-- One row per row of config/gap-reasons.csv.
CREATE TABLE staging.gap_reason (
    gap_reason_key smallint NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    explanation nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    recommended_action nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    severity nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL
);
