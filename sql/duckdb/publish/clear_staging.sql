-- Nothing is left behind for the next run to find.
TRUNCATE staging.classified_device;
TRUNCATE staging.code;
TRUNCATE staging.enrollment_method;
TRUNCATE staging.gap_reason;
TRUNCATE staging.device_key;
