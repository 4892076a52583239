-- The devices of a day. What was counted of them, their events and lifecycle stay.
DELETE FROM fact.device_snapshot
WHERE tenant_key = @tenant_key
    AND snapshot_date_key = @snapshot_date_key;
