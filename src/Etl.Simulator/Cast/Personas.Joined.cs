namespace Etl.Simulator.Cast;

internal static partial class Personas
{
    // Windows clients that live in Entra only.
    private static IEnumerable<Persona> Joined() =>
    [
        new("EntraAutopilot", 116, Hardware.Laptop)
        {
            Entra = [AutopilotObject], Intune = [AutopilotEnrolment],
            Drifts =
            [
                new("EntraReenrolled", 2_500), new("EntraUnenrolled", 1_000), new("EntraGoneQuiet", 2_500), new("EntraLeaving", 6_000),
            ],
        },
        new("EntraJoined", 42, Hardware.Laptop)
        {
            Entra = [JoinedObject], Intune = [JoinEnrolment], Drifts = [new("EntraReenrolled", 2_500), new("EntraUnenrolled", 1_000)],
        },
        new("EntraSelfDeploying", 8, Hardware.Kiosk)
        {
            Entra = [AutopilotObject], Intune = [new("windowsAzureADJoinUsingDeviceAuth") { Profile = "Corp Autopilot Self-Deploying" }],
        },
        new("EntraBulkJoined", 5, Hardware.Kiosk) { Entra = [JoinedObject], Intune = [new("windowsBulkAzureDomainJoin")] },
        new("EntraCoManaged", 6, Hardware.Laptop) { Entra = [new(Join.Joined, Mdm.ConfigMgr)], Intune = [CoManagement] },
        new("EntraByDeviceManager", 2, Hardware.Kiosk) { Entra = [JoinedObject], Intune = [new("deviceEnrollmentManager")] },
        new("EntraVirtualMachine", 3, Hardware.VirtualMachine)
        {
            Entra = [JoinedObject with { Profile = "SecureVM" }], Intune = [new("azureAdJoinUsingAzureVmExtension")],
        },
        new("SecureVmUnmanaged", 3, Hardware.VirtualMachine) { Entra = [UnmanagedJoined with { Profile = "SecureVM" }] },
        new("EntraJoinedNotEnrolled", 24, Hardware.Laptop) { Entra = [UnmanagedJoined], Drifts = [new("EntraJoined", 90)] },
        new("EntraRecordMissing", 4, Hardware.Laptop) { Entra = [JoinedObject], Arrives = false, Drifts = [new("EntraJoined", 200)] },
        new("EntraStale", 8, Hardware.Laptop) { Entra = [UnmanagedJoined with { Activity = Activity.Quiet }], Arrives = false },
        new("EntraGoneQuiet", 4, Hardware.Laptop)
        {
            Entra = [AutopilotObject with { Activity = Activity.Quiet }],
            Intune = [AutopilotEnrolment with { Activity = Activity.Quiet }], Arrives = false,
        },
        new("EntraDisabled", 3, Hardware.Laptop) { Entra = [UnmanagedJoined with { Disabled = true }], Arrives = false },
        new("EntraUnenrolled", 0, Hardware.Laptop) { Entra = [new(Join.Joined, Mdm.Ended)], Drifts = [new("EntraJoined", 60)] },
        new("EntraNotCheckingIn", 4, Hardware.Laptop)
        {
            Entra = [JoinedObject], Intune = [JoinEnrolment with { Activity = Activity.Silent }], Arrives = false,
        },
        new("EntraExpiredCertificate", 3, Hardware.Laptop)
        {
            Entra = [JoinedObject], Intune = [JoinEnrolment with { CertificateExpired = true }], Arrives = false,
        },
        new("EntraReenrolled", 6, Hardware.Laptop)
        {
            Entra = [AutopilotObject],
            Intune = [AutopilotEnrolment, JoinEnrolment with { Activity = Activity.Quiet }, JoinEnrolment with { State = "retireIssued" }],
            Arrives = false,
        },
        new("EntraLeaving", 3, Hardware.Laptop)
        {
            Entra = [JoinedObject], Intune = [JoinEnrolment with { State = "wipePending" }], Arrives = false,
        },
        new("EntraOtherMdm", 2, Hardware.Laptop) { Entra = [new(Join.Joined, Mdm.Other)], Arrives = false },
        new("EntraOldWindows10", 2, Hardware.OldWindows10) { Entra = [UnmanagedJoined], Arrives = false },
        new("EntraTeamsRoom", 2, Hardware.Kiosk) { Entra = [JoinedObject with { Profile = "Shared" }], Intune = [JoinEnrolment] },
        new("EntraReimaged", 8, Hardware.Laptop)
        {
            Entra = [JoinedObject, UnmanagedJoined], Intune = [JoinEnrolment], Arrives = false,
        },
        new("EntraReimagedUnenrolled", 2, Hardware.Laptop) { Entra = [UnmanagedJoined, UnmanagedJoined], Arrives = false },
        new("EntraClonedImage", 12, Hardware.Desktop)
        {
            Entra = [JoinedObject with { Tag = HardwareTag.Cloned }], Intune = [new("windowsBulkAzureDomainJoin")], Arrives = false,
        },
        new("AutopilotPlaceholder", 16, Hardware.Laptop) { Entra = [PlaceholderObject], Drifts = [new("EntraAutopilot", 45)] },
        new("AutopilotPlaceholderLeftBehind", 4, Hardware.Laptop)
        {
            Entra = [JoinedObject, PlaceholderObject], Intune = [JoinEnrolment], Arrives = false,
        },
        new("EntraObjectMissing", 3, Hardware.Laptop) { Intune = [JoinEnrolment], Arrives = false },
    ];
}
