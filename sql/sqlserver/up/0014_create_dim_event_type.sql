-- One row per kind of change between two snapshots. The key is the number of the member in Etl.Model.Devices.DeviceEventType.
CREATE TABLE dim.event_type (
    event_type_key smallint NOT NULL,
    code varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    label nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sort_order smallint NOT NULL,
    CONSTRAINT pk_event_type PRIMARY KEY CLUSTERED (event_type_key),
    CONSTRAINT uq_event_type UNIQUE (code)
);

INSERT INTO dim.event_type (event_type_key, code, label, description, sort_order) VALUES
    (0, N'Unknown', N'Unknown', N'Not a kind of change that is known here.', 99),
    (1, N'Appeared', N'Appeared', N'In no snapshot before. New code: its enrolment state.', 1),
    (2, N'Removed', N'Removed', N'In the snapshot before and in none of the inventories now. Old code: the enrolment state it had.', 9),
    (3, N'Reappeared', N'Reappeared', N'Back after a snapshot without it. Codes: the enrolment state when last seen, and now.', 2),
    (4, N'JoinTypeChanged', N'Join type changed', N'Another join type than in the snapshot before.', 3),
    (5, N'Enrolled', N'Enrolled', N'Enrolled, and not in the snapshot before. Codes: the enrolment states.', 4),
    (6, N'Unenrolled', N'Unenrolled', N'No longer enrolled, as it was in the snapshot before. Codes: the enrolment states.', 8),
    (7, N'EnrollmentMethodChanged', N'Enrolment method changed', N'Enrolled in both snapshots, by another method. Codes: the methods.', 5),
    (8, N'BecameCompliant', N'Became compliant', N'Compliant, and not in the snapshot before. Codes: the compliance states.', 6),
    (9, N'BecameNonCompliant', N'Became non-compliant', N'Not compliant (noncompliant), and that was not its state in the snapshot before. Codes: the compliance states.', 7);
