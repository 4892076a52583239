namespace Etl.Simulator.Cast;

internal static partial class Personas
{
    private const string Dpc = "googleCloudDevicePolicyController";

    // Phones and tablets, the organisation's and people's own.
    private static IEnumerable<Persona> Mobile() =>
    [
        new("IPhoneAutomated", 32, Hardware.IPhone)
        {
            Entra = [CompanyRegistered], Intune = [new("appleBulkWithUser") { Profile = "Corp iOS ADE" }],
            Drifts = [new("PhoneUnenrolled", 1_500)],
        },
        new("IPadAutomated", 6, Hardware.IPad)
        {
            Entra = [CompanyRegistered], Intune = [new("appleBulkWithUser") { Profile = "Corp iPad ADE" }],
        },
        new("IPadUserless", 12, Hardware.IPad)
        {
            Intune = [new("appleBulkWithoutUser") { Link = Link.ZeroGuid, Profile = "Shared iPad" }],
        },
        new("AppleDeviceManager", 1, Hardware.IPad)
        {
            Entra = [CompanyRegistered], Intune = [new("appleUserEnrollmentWithServiceAccount")],
        },
        new("AndroidFullyManaged", 15, Hardware.Android)
        {
            Entra = [CompanyRegistered], Intune = [new("androidEnterpriseFullyManaged", Dpc)], Drifts = [new("PhoneUnenrolled", 1_500)],
        },
        new("AndroidCorporateWorkProfile", 9, Hardware.Android)
        {
            Entra = [CompanyRegistered], Intune = [new("androidEnterpriseCorporateWorkProfile", Dpc)],
        },
        new("AndroidDedicated", 10, Hardware.RuggedAndroid)
        {
            Intune = [new("androidEnterpriseDedicatedDevice", Dpc) { Link = Link.ZeroGuid, Profile = "Warehouse scanners" }],
        },
        new("AospUserless", 3, Hardware.HeadSet)
        {
            Intune = [new("androidAOSPUserlessDeviceEnrollment", "intuneAosp") { Link = Link.ZeroGuid }],
        },
        new("AospUserAssociated", 2, Hardware.HeadSet)
        {
            Entra = [CompanyRegistered], Intune = [new("androidAOSPUserOwnedDeviceEnrollment", "intuneAosp")],
        },
        new("PhoneUnenrolled", 2, Hardware.IPhone) { Entra = [new(Join.Registered, Mdm.Ended)], Arrives = false },
        new("PersonalIPhone", 14, Hardware.IPhone)
        {
            Entra = [PersonalRegistered], Intune = [new("userEnrollment") { Owner = "personal" }],
        },
        new("PersonalIPhoneUserEnrollment", 4, Hardware.IPhone)
        {
            Entra = [PersonalRegistered], Intune = [new("appleUserEnrollment") { Owner = "personal" }],
        },
        new("PersonalIPhoneAccountDriven", 2, Hardware.IPhone)
        {
            Entra = [PersonalRegistered], Intune = [new("appleAccountDrivenUserEnrollment") { Owner = "personal" }],
        },
        new("PersonalAndroid", 15, Hardware.Android)
        {
            Entra = [PersonalRegistered], Intune = [new("userEnrollment", Dpc) { Owner = "personal" }],
        },
        // The authenticator app alone registers a phone.
        new("RegisteredIPhone", 24, Hardware.IPhone) { Entra = [UnmanagedRegistered with { Tag = HardwareTag.None }] },
        new("RegisteredAndroid", 18, Hardware.Android) { Entra = [UnmanagedRegistered with { Tag = HardwareTag.None }] },
        new("RegisteredPhoneAbandoned", 10, Hardware.IPhone)
        {
            Entra = [UnmanagedRegistered with { Tag = HardwareTag.None, Activity = Activity.Quiet }], Arrives = false,
        },
        new("ExchangeOnlyPhone", 2, Hardware.IPhone)
        {
            Intune = [new("unknown", "eas") { Owner = "unknown", Link = Link.Empty }], Arrives = false,
        },
        new("DiscoveredPhone", 1, Hardware.IPhone)
        {
            Entra = [CompanyRegistered with { Mdm = Mdm.Never }], Intune = [new("appleBulkWithUser") { State = "discovered" }],
        },
    ];
}
