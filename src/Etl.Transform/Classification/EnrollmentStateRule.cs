using Etl.Model.Devices;
using Etl.Transform.Matching;

namespace Etl.Transform.Classification;

/// <summary>Section 4 of the rules: whether a device is under management, and by whom. First that holds; M is the primary.</summary>
internal static class EnrollmentStateRule
{
    public static EnrollmentState Classify(in DeviceFacts device) =>
        device.HasM ? ClassifyIntune(device.M) : ClassifyWithoutIntune(device.E);

    /// <summary>A record in <c>managedDevices</c> is not yet an enrolled device: Defender, tenant attach and Jamf list theirs too.</summary>
    public static bool IsEnrolled(in IntuneRow m) => m.IsPresent && ClassifyIntune(m) == EnrollmentState.Enrolled;

    private static EnrollmentState ClassifyIntune(in IntuneRow m)
    {
        if (m.State == ManagementState.Discovered) return EnrollmentState.NotEnrolled;
        return m.Agent switch
        {
            ManagementAgent.Enrolled => m.State == ManagementState.Leaving ? EnrollmentState.Leaving : EnrollmentState.Enrolled,
            ManagementAgent.ConfigMgr => EnrollmentState.ConfigMgrOnly,
            ManagementAgent.Sense => EnrollmentState.SecurityManagementOnly,
            ManagementAgent.Jamf => EnrollmentState.OtherMdm,
            ManagementAgent.Exchange => EnrollmentState.ExchangeOnly,
            _ => EnrollmentState.NotEnrolled,
        };
    }

    private static EnrollmentState ClassifyWithoutIntune(in EntraRow e) =>
        e.IsSense ? EnrollmentState.SecurityManagementOnly
        : e.IsManaged && e.MdmApp == MdmApp.Other ? EnrollmentState.OtherMdm
        : EnrollmentState.NotEnrolled;
}
