-- One row per tenant and kind of event: how many in the seven days up to its latest, and on that day.
SELECT
    published.tenant,
    published.snapshot_date,
    event.event_type,
    event.label,
    COUNT_BIG(*) AS events,
    CAST(SUM(CASE WHEN event.event_date = published.snapshot_date THEN 1 ELSE 0 END) AS bigint) AS latest
FROM report.snapshot_day AS published
JOIN report.device_event AS event
    ON event.tenant_key = published.tenant_key
    AND event.event_date > DATEADD(day, -7, published.snapshot_date)
WHERE published.is_latest = 1
    AND (@tenant IS NULL OR published.tenant = @tenant)
GROUP BY
    published.tenant,
    published.snapshot_date,
    event.event_type,
    event.label,
    event.sort_order
ORDER BY
    published.tenant,
    event.sort_order;
