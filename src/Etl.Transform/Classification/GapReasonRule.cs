using Etl.Model.Devices;
using Etl.Model.Values;
using Etl.Transform.Matching;
using Etl.Transform.Storage;

namespace Etl.Transform.Classification;

/// <summary>Section 8 of the rules: why a device is not enrolled. First that holds.</summary>
internal static class GapReasonRule
{
    // Windows 10 1709: https://learn.microsoft.com/windows/client-management/enroll-a-windows-10-device-automatically-using-group-policy
    private const int FirstSupportedBuild = 16299;

    private static readonly long Recent = TimeSpan.FromHours(24).Ticks;

    public static GapReason Classify(in DeviceFacts device, in Verdict verdict, SourceId deviceId, Func<SourceId, bool> wasEnrolled)
    {
        if (verdict.State == EnrollmentState.Enrolled) return Enrolled(device, verdict);
        if (OutOfScope(verdict.Scope) is { } scope) return scope;
        if (IsUnsupported(device, verdict)) return GapReason.UnsupportedOs;
        if (verdict.JoinType == JoinType.HybridPending) return GapReason.HybridPending;
        if (OtherManagement(verdict.State) is { } state) return state;
        if (IsRecent(device)) return GapReason.RecentlyRegistered;
        if (verdict.JoinType == JoinType.DomainJoined)
            return device.A.HasUserCertificate == false ? GapReason.NoUserCertificate : GapReason.NotSynced;
        if (wasEnrolled(deviceId)) return GapReason.Unenrolled;
        if (device.E.IsManaged && device.E.MdmApp is MdmApp.Intune or MdmApp.ConfigMgr) return GapReason.IntuneRecordMissing;
        return verdict.JoinType switch
        {
            JoinType.EntraRegistered => GapReason.PersonalRegistered,
            JoinType.EntraJoined => GapReason.AutoEnrollmentNotTriggered,
            JoinType.HybridJoined => GapReason.GroupPolicyNotApplied,
            _ => GapReason.Unexplained,
        };
    }

    private static GapReason Enrolled(in DeviceFacts device, in Verdict verdict) =>
        verdict.Scope == Scope.InScope && !verdict.IsCovered ? GapReason.NotCheckingIn
        : device.HasE ? GapReason.None
        : device.M.HasDeviceId ? GapReason.EntraObjectMissing
        : GapReason.EnrolledWithoutEntra;

    private static GapReason? OutOfScope(Scope scope) => scope switch
    {
        Scope.Server => GapReason.Server,
        Scope.Excluded => GapReason.Excluded,
        Scope.NonUserDevice => GapReason.NonUserDevice,
        Scope.Superseded => GapReason.Superseded,
        Scope.AutopilotPending => GapReason.AutopilotPending,
        Scope.Disabled => GapReason.Disabled,
        Scope.Personal => GapReason.Personal,
        Scope.Stale => GapReason.Stale,
        _ => null,
    };

    private static GapReason? OtherManagement(EnrollmentState state) => state switch
    {
        EnrollmentState.Leaving => GapReason.Leaving,
        EnrollmentState.OtherMdm => GapReason.OtherMdm,
        EnrollmentState.ConfigMgrOnly => GapReason.ConfigMgrOnly,
        EnrollmentState.SecurityManagementOnly => GapReason.SecurityManagementOnly,
        EnrollmentState.ExchangeOnly => GapReason.ExchangeOnly,
        _ => null,
    };

    private static bool IsUnsupported(in DeviceFacts device, in Verdict verdict)
    {
        if (verdict.Platform != Platform.Windows) return verdict.JoinType == JoinType.DomainJoined;
        var version = device.M.OsVersion ?? device.E.OsVersion ?? device.A.OsVersion;
        if (version is null) return false;
        return version.StartsWith("6.", StringComparison.Ordinal) || version.StartsWith("5.", StringComparison.Ordinal)
            || OsVersion.Build(version) < FirstSupportedBuild;
    }

    private static bool IsRecent(in DeviceFacts device)
    {
        Instant since = device.HasE ? device.E.Registered : device.A.WhenCreated;
        return since.IsKnown && device.T.UtcTicks - since.UtcTicks < Recent;
    }
}
