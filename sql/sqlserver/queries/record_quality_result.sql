INSERT INTO ops.quality_result (
    run_id,
    check_number,
    code,
    subject,
    severity,
    expected,
    found,
    passed
)
VALUES (
    @run_id,
    @check_number,
    @code,
    @subject,
    @severity,
    @expected,
    @found,
    @passed
);
