using Etl.Model.Devices;
using Etl.Model.Runs;
using Etl.Model.Sources;

namespace Etl.Load.Tests;

/// <summary>Devices and runs that say only what a test is about.</summary>
public static class Sample
{
    public static readonly DateOnly FirstDay = new(2026, 1, 30);

    public static readonly IReadOnlyList<EnrollmentMethod> Methods =
    [
        new("GroupPolicy", "Group Policy", "Group Policy", "Windows", null, "HybridJoined"),
        new("EntraJoin", "Entra join", "Automatic on join", "Windows", "Company", "EntraJoined"),
        new("Unknown", "Not known", "Unknown", null, null, "any"),
    ];

    public static readonly IReadOnlyList<GapReasonText> GapReasons =
    [
        new(GapReason.NotSynced, "Not synchronised", "Entra Connect does not know it.", "Add its OU to the synchronisation.", "High"),
    ];

    /// <summary>A device id whose text sorts as its number.</summary>
    public static string Id(int number) => FormattableString.Invariant($"00000000-0000-4000-8000-{number:x12}");

    public static ClassifiedDevice Device(int number) => new()
    {
        DeviceId = Id(number),
        DeviceName = FormattableString.Invariant($"PC-{number}"),
        JoinType = JoinType.HybridJoined,
        EnrollmentState = EnrollmentState.Enrolled,
        EnrollmentMethod = "GroupPolicy",
        Platform = Platform.Windows,
        Ownership = Ownership.Company,
        ComplianceState = "compliant",
        ManagementAgent = "mdm",
        Scope = Scope.InScope,
        GapReason = GapReason.None,
        IsCovered = true,
        IsAutopilot = false,
        InEntra = true,
        InIntune = true,
        InAd = true,
        AdMatch = AdMatch.ObjectGuid,
        IntuneMatch = IntuneMatch.DeviceId,
        IntuneRecordCount = 1,
        JoinTypeAsExpected = true,
        IsStale = false,
        LastActivity = new DateTimeOffset(2026, 1, 29, 8, 30, 15, 123, TimeSpan.Zero),
        DaysSinceActivity = 1,
        SerialNumber = FormattableString.Invariant($"SN{number}"),
    };

    public static ClassifiedDevice Missing(int number) => Device(number) with
    {
        JoinType = JoinType.DomainJoined,
        EnrollmentState = EnrollmentState.NotEnrolled,
        EnrollmentMethod = "NotEnrolled",
        ComplianceState = "unknown",
        ManagementAgent = "none",
        GapReason = GapReason.NotSynced,
        IsCovered = false,
        InEntra = false,
        InIntune = false,
        IntuneMatch = IntuneMatch.None,
        IntuneRecordCount = 0,
        JoinTypeAsExpected = null,
    };

    public static RunRecord Run(DateOnly day, string tenant = "contoso", int number = 1) => new()
    {
        RunId = new Guid(number, (short)day.DayNumber, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        Tenant = tenant,
        AsOf = new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.Zero),
        SnapshotDate = day,
        State = RunState.Running,
        Started = new DateTimeOffset(day, new TimeOnly(6, 1), TimeSpan.Zero),
        Sources = [new RunSource { Source = SourceKind.Entra, RowsRead = 3, RowsUsed = 2, RowsRejected = 1 }],
    };

    public static Publication Publication(DateOnly day, IEnumerable<ClassifiedDevice> devices, string tenant = "contoso", int number = 1) => new()
    {
        Run = Run(day, tenant, number),
        Devices = devices,
        Methods = Methods,
        GapReasons = GapReasons,
        Rejected = [new RejectedRow(SourceKind.Entra, "page 1 item 3", "deviceId", "Expected a GUID.", "{\"id\":\"x\"}")],
    };
}
