-- Nothing is left behind for the next run to find.
TRUNCATE staging.device;
TRUNCATE staging.profile;
TRUNCATE staging.enrollment_method;
TRUNCATE staging.gap_reason;
TRUNCATE staging.device_key;
