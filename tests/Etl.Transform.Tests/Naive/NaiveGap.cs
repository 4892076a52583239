using Etl.Model.Devices;
using static Etl.Transform.Tests.Naive.NaiveDevice;

namespace Etl.Transform.Tests.Naive;

/// <summary>Section 8 of the rules, row by row.</summary>
internal static class NaiveGap
{
    public static readonly DecisionList<GapReason> Reasons = new()
    {
        { GapReason.NotCheckingIn, d => d is { IsEnrolled: true, IsInScope: true, IsCovered: false } },
        { GapReason.None, d => d.IsEnrolled && d.E is not null },
        { GapReason.EntraObjectMissing, d => d.IsEnrolled && d.E is null && d.M!.AzureADDeviceId is not null },
        { GapReason.EnrolledWithoutEntra, d => d.IsEnrolled && d.E is null },
        { GapReason.Server, d => d.Scope == Scope.Server },
        { GapReason.Excluded, d => d.Scope == Scope.Excluded },
        { GapReason.NonUserDevice, d => d.Scope == Scope.NonUserDevice },
        { GapReason.Superseded, d => d.Scope == Scope.Superseded },
        { GapReason.AutopilotPending, d => d.Scope == Scope.AutopilotPending },
        { GapReason.Disabled, d => d.Scope == Scope.Disabled },
        { GapReason.Personal, d => d.Scope == Scope.Personal },
        { GapReason.Stale, d => d.Scope == Scope.Stale },
        { GapReason.UnsupportedOs, d => d.Platform == Platform.Windows && IsTooOld(d.FirstVersion) },
        { GapReason.UnsupportedOs, d => d.JoinType == JoinType.DomainJoined && d.Platform != Platform.Windows },
        { GapReason.HybridPending, d => d.JoinType == JoinType.HybridPending },
        { GapReason.Leaving, d => d.State == EnrollmentState.Leaving },
        { GapReason.OtherMdm, d => d.State == EnrollmentState.OtherMdm },
        { GapReason.ConfigMgrOnly, d => d.State == EnrollmentState.ConfigMgrOnly },
        { GapReason.SecurityManagementOnly, d => d.State == EnrollmentState.SecurityManagementOnly },
        { GapReason.ExchangeOnly, d => d.State == EnrollmentState.ExchangeOnly },
        { GapReason.RecentlyRegistered, d => (d.E is null ? d.A?.WhenCreated : d.E.RegistrationDateTime) > Tenant.T.AddHours(-24) },
        { GapReason.NoUserCertificate, d => d.JoinType == JoinType.DomainJoined && d.A!.HasUserCertificate == false },
        { GapReason.NotSynced, d => d.JoinType == JoinType.DomainJoined },
        { GapReason.Unenrolled, d => d.Tenant.WereEnrolled.Contains(d.DeviceId) },
        { GapReason.IntuneRecordMissing, d => d.E?.IsManaged == true && NaiveTables.IsIntuneOrConfigMgr(d.E.MdmAppId) },
        { GapReason.PersonalRegistered, d => d.JoinType == JoinType.EntraRegistered },
        { GapReason.AutoEnrollmentNotTriggered, d => d.JoinType == JoinType.EntraJoined },
        { GapReason.GroupPolicyNotApplied, d => d.JoinType == JoinType.HybridJoined },
        { GapReason.Unexplained, _ => true },
    };

    private static bool IsTooOld(string? version) =>
        version is not null && (version.StartsWith("6.", StringComparison.Ordinal) || version.StartsWith("5.", StringComparison.Ordinal)
            || Build(version) < 16299);
}
