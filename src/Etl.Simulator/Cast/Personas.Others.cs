namespace Etl.Simulator.Cast;

internal static partial class Personas
{
    // Macs, Linux, people's own PCs, things, and what no table knows yet.
    private static IEnumerable<Persona> Others() =>
    [
        new("MacAutomated", 16, Hardware.Mac)
        {
            Entra = [CompanyRegistered], Intune = [new("appleBulkWithUser") { Profile = "Corp macOS ADE" }],
        },
        new("MacJamf", 4, Hardware.Mac)
        {
            Entra = [new(Join.Registered, Mdm.Other)], Intune = [new("unknown", "jamf")], Arrives = false,
        },
        new("MacNotEnrolled", 2, Hardware.Mac) { Entra = [new(Join.Registered)], Drifts = [new("MacAutomated", 60)] },
        new("LinuxWorkstation", 4, Hardware.LinuxDesktop) { Entra = [CompanyRegistered], Intune = [new("userEnrollment")] },
        new("Chromebook", 2, Hardware.Chromebook) { Intune = [new("unknown", Dpc) { Link = Link.Empty }] },
        new("RegisteredHomePc", 14, Hardware.HomePc) { Entra = [UnmanagedRegistered] },
        new("RegisteredCompanyPc", 3, Hardware.Desktop) { Entra = [new(Join.Registered)] },
        new("WorkAccountPc", 4, Hardware.HomePc)
        {
            Entra = [PersonalRegistered], Intune = [new("windowsAutoEnrollment") { Owner = "personal" }],
        },
        new("MdmOnlyHomePc", 3, Hardware.HomePc)
        {
            Intune = [new("userEnrollment") { Owner = "personal", Link = Link.ZeroGuid }],
        },
        new("BulkUserlessPc", 2, Hardware.Kiosk) { Intune = [new("windowsBulkUserless") { Link = Link.Empty }] },
        new("LegacyPcAgent", 1, Hardware.OldWindows10)
        {
            Entra = [JoinedObject], Intune = [new("userEnrollment", "intuneClient")], Arrives = false,
        },
        new("UnknownAgent", 1, Hardware.Desktop) { Intune = [new("unknown", "unknown") { Link = Link.ZeroGuid }] },
        new("UnmappedEnrollmentType", 2, Hardware.IPad)
        {
            Entra = [CompanyRegistered], Intune = [new("appleACMEDEPUserless") { Profile = "ADE with ACME" }],
        },
        new("UnknownFutureEnrollmentType", 1, Hardware.Android)
        {
            Entra = [CompanyRegistered], Intune = [new("unknownFutureValue", Dpc)],
        },
        new("UnknownEnrollmentType", 1, Hardware.Laptop) { Entra = [JoinedObject], Intune = [new("unknown")] },
        new("RoomPanel", 1, Hardware.Panel) { Entra = [JoinedObject], Intune = [JoinEnrolment] },
        new("NoOperatingSystem", 1, Hardware.Unspecified) { Entra = [UnmanagedRegistered with { Ownership = "Company" }] },
        new("Printer", 4, Hardware.Printer) { Entra = [UnmanagedJoined with { Profile = "Printer", Tag = HardwareTag.None }] },
        new("IotSensor", 2, Hardware.Panel) { Entra = [UnmanagedJoined with { Profile = "IoT", Tag = HardwareTag.None }] },
    ];
}
