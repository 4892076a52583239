-- One row per tenant that has a published day.
CREATE TABLE dim.tenant (
    tenant_key SMALLINT NOT NULL,
    tenant VARCHAR NOT NULL
);
