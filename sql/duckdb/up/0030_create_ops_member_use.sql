-- One row per tenant and member of an open dimension: the first day whose publish named it. A member whose days are all taken back
-- goes with them.
CREATE TABLE ops.member_use (
    tenant_key SMALLINT NOT NULL,
    dimension VARCHAR NOT NULL,
    member_key SMALLINT NOT NULL,
    first_date_key INTEGER NOT NULL
);
