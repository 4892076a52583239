-- What is published: another answer after each publication, and when one is taken back.
SELECT
    COUNT_BIG(*) AS sources,
    MAX(run.ended_utc) AS published_utc
FROM report.runs AS run
WHERE run.state = 'Published';
