-- One row per kind of change between two snapshots. The key is the number of the member in Etl.Model.Devices.DeviceEventType.
CREATE TABLE dim.event_type (
    event_type_key SMALLINT NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    sort_order SMALLINT NOT NULL
);

INSERT INTO dim.event_type (event_type_key, code, label, description, sort_order) VALUES
    (0, 'Unknown', 'Unknown', 'Not a kind of change that is known here.', 99),
    (1, 'Appeared', 'Appeared', 'In no snapshot before. New code: its enrolment state.', 1),
    (2, 'Removed', 'Removed', 'In the snapshot before and in none of the inventories now. Old code: the enrolment state it had.', 9),
    (3, 'Reappeared', 'Reappeared', 'Back after a snapshot without it. Codes: the enrolment state when last seen, and now.', 2),
    (4, 'JoinTypeChanged', 'Join type changed', 'Another join type than in the snapshot before.', 3),
    (5, 'Enrolled', 'Enrolled', 'Enrolled, and not in the snapshot before. Codes: the enrolment states.', 4),
    (6, 'Unenrolled', 'Unenrolled', 'No longer enrolled, as it was in the snapshot before. Codes: the enrolment states.', 8),
    (7, 'EnrollmentMethodChanged', 'Enrolment method changed', 'Enrolled in both snapshots, by another method. Codes: the methods.', 5),
    (8, 'BecameCompliant', 'Became compliant', 'Compliant, and not in the snapshot before. Codes: the compliance states.', 6),
    (9, 'BecameNonCompliant', 'Became non-compliant', 'Not compliant (noncompliant), and that was not its state in the snapshot before. Codes: the compliance states.', 7);
