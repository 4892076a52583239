namespace Etl.Simulator.Cast;

internal static partial class Personas
{
    // Windows clients of the domain that Entra knows too.
    private static IEnumerable<Persona> Hybrid() =>
    [
        new("HybridCoManaged", 146, Hardware.Laptop)
        {
            Entra = [CoManagedObject], Intune = [CoManagement], Ad = new(),
            Drifts = [new("HybridReenrolled", 3_000), new("HybridUnenrolled", 1_200), new("HybridGoneQuiet", 2_000)],
        },
        new("HybridGroupPolicy", 126, Hardware.Laptop)
        {
            Entra = [HybridObject], Intune = [GroupPolicy], Ad = new(),
            Drifts = [new("HybridReenrolled", 2_500), new("HybridUnenrolled", 1_200), new("HybridGoneQuiet", 2_000)],
        },
        new("HybridGroupPolicyAutoEnrollment", 30, Hardware.Desktop)
        {
            Entra = [HybridObject], Intune = [new("windowsAutoEnrollment")], Ad = new(),
        },
        new("HybridByUserEnrollment", 3, Hardware.Laptop)
        {
            Entra = [HybridObject], Intune = [new("userEnrollment")], Ad = new(),
        },
        new("HybridReenrolled", 4, Hardware.Laptop)
        {
            Entra = [HybridObject], Intune = [GroupPolicy, GroupPolicy with { Activity = Activity.Quiet }], Ad = new(), Arrives = false,
        },
        new("HybridGroupPolicyNotApplied", 44, Hardware.Laptop)
        {
            Entra = [UnmanagedHybrid], Ad = new(), Drifts = [new("HybridGroupPolicy", 100)],
        },
        new("HybridPending", 14, Hardware.Laptop)
        {
            Entra = [new(Join.Pending) { Profile = null, Ownership = null, Tag = HardwareTag.None }], Ad = new(),
            Drifts = [new("HybridGroupPolicy", 120)],
        },
        new("HybridTenantAttached", 22, Hardware.Desktop)
        {
            Entra = [UnmanagedHybrid], Intune = [TenantAttach], Ad = new(), Drifts = [new("HybridCoManaged", 90)],
        },
        new("HybridBySidOnly", 4, Hardware.Laptop)
        {
            Entra = [HybridObject], Intune = [GroupPolicy], Ad = new() { OwnKey = true }, Arrives = false,
        },
        new("HybridStale", 15, Hardware.Laptop)
        {
            Entra = [UnmanagedHybrid with { Activity = Activity.Quiet }], Ad = new() { Activity = Activity.Quiet }, Arrives = false,
        },
        new("HybridGoneQuiet", 5, Hardware.Laptop)
        {
            Entra = [HybridObject with { Activity = Activity.Quiet }], Intune = [GroupPolicy with { Activity = Activity.Quiet }],
            Ad = new() { Activity = Activity.Quiet }, Arrives = false,
        },
        new("HybridDisabled", 8, Hardware.Desktop)
        {
            Entra = [UnmanagedHybrid with { Disabled = true }], Ad = new() { Disabled = true }, Arrives = false,
        },
        new("HybridRecordMissing", 6, Hardware.Laptop)
        {
            Entra = [CoManagedObject], Ad = new(), Arrives = false, Drifts = [new("HybridCoManaged", 200)],
        },
        new("HybridUnenrolled", 0, Hardware.Laptop)
        {
            Entra = [new(Join.Hybrid, Mdm.Ended)], Ad = new(), Drifts = [new("HybridGroupPolicy", 60)],
        },
        new("HybridNotCheckingIn", 8, Hardware.Laptop)
        {
            Entra = [HybridObject], Intune = [GroupPolicy with { Activity = Activity.Silent }], Ad = new(), Arrives = false,
        },
        // Autopilot for hybrid leaves two Entra objects; Intune's record points at the first until the user has signed in.
        new("HybridByAutopilot", 6, Hardware.Laptop)
        {
            Entra = [AutopilotObject, UnmanagedHybrid with { Tag = HardwareTag.None }], Intune = [AutopilotEnrolment],
            Ad = new() { Slot = 1 },
        },
        new("HybridDualState", 20, Hardware.Laptop)
        {
            Entra = [HybridObject, UnmanagedRegistered], Intune = [GroupPolicy], Ad = new(),
        },
        new("HybridDualStateByName", 5, Hardware.Laptop)
        {
            Entra = [CoManagedObject, UnmanagedRegistered with { Tag = HardwareTag.None }], Intune = [CoManagement], Ad = new(),
        },
        new("HybridTrainingRoom", 2, Hardware.Desktop)
        {
            Entra = [UnmanagedHybrid with { RegisteredNightly = true }], Ad = new(),
        },
        new("HybridOtherMdm", 4, Hardware.Laptop) { Entra = [new(Join.Hybrid, Mdm.Other)], Ad = new(), Arrives = false },
        new("HybridLeaving", 3, Hardware.Laptop)
        {
            Entra = [HybridObject], Intune = [GroupPolicy with { State = "retirePending" }], Ad = new(), Arrives = false,
        },
        new("HybridConfigMgrGhost", 2, Hardware.Desktop)
        {
            Entra = [CoManagedObject], Intune = [CoManagement, TenantAttach with { Link = Link.ZeroGuid }], Ad = new(), Arrives = false,
        },
    ];
}
