namespace Etl.Model.Devices;

/// <summary>What can happen to a device between two published snapshots; <c>dim.event_type</c> says what each means.</summary>
public enum DeviceEventType : byte
{
    Unknown,
    Appeared,
    Removed,
    Reappeared,
    JoinTypeChanged,
    Enrolled,
    Unenrolled,
    EnrollmentMethodChanged,
    BecameCompliant,
    BecameNonCompliant,
}
