-- One row per row of config/gap-reasons.csv.
CREATE TABLE staging.gap_reason (
    gap_reason_key SMALLINT NOT NULL,
    label VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    recommended_action VARCHAR NOT NULL,
    severity VARCHAR NOT NULL
);
