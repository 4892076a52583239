namespace Etl.Model.Devices;

/// <summary>Whether a device is under management, and by whom. Section 4 of the rules. The member names are the codes in the warehouse and in exports.</summary>
public enum EnrollmentState : byte
{
    Unknown,
    Enrolled,
    Leaving,
    NotEnrolled,
    ConfigMgrOnly,
    SecurityManagementOnly,
    OtherMdm,
    ExchangeOnly,
}
