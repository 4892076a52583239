using Etl.Model.Devices;
using Etl.Model.Sources;
using static Etl.Transform.Tests.Naive.NaiveDevice;

namespace Etl.Transform.Tests.Naive;

/// <summary>Sections 3 to 6 of the rules, row by row.</summary>
internal static class NaiveTables
{
    private static readonly Guid IntuneApp = new("0000000a-0000-0000-c000-000000000000");
    private static readonly Guid ConfigMgrApp = new("54b943f8-d761-4f8d-951e-9cea1846db5a");

    public static readonly DecisionList<JoinType> JoinTypes = new()
    {
        { JoinType.HybridPending, d => Is(d.E?.TrustType, "ServerAd") && !Is(d.E!.ProfileType, "RegisteredDevice") && HasNoKey(d.E) },
        { JoinType.HybridJoined, d => Is(d.E?.TrustType, "ServerAd") },
        {
            JoinType.AutopilotPending,
            d => Is(d.E?.TrustType, "AzureAd") && d.E!.HasZtdId && HasNoKey(d.E) && d.E.ApproximateLastSignInDateTime is null
                && !d.IsEnrolled
        },
        { JoinType.EntraJoined, d => Is(d.E?.TrustType, "AzureAd") },
        { JoinType.EntraRegistered, d => Is(d.E?.TrustType, "Workplace") },
        { JoinType.Unknown, d => d.E is not null },
        { JoinType.DomainJoined, d => d.A is not null },
        { JoinType.NotJoined, _ => true },
    };

    public static readonly DecisionList<EnrollmentState> States = new()
    {
        { EnrollmentState.NotEnrolled, d => Is(d.M?.ManagementState, "discovered") },
        {
            EnrollmentState.Leaving,
            d => HasEnrolledAgent(d.M)
                && Is(d.M!.ManagementState, "retirePending", "retireIssued", "wipePending", "wipeIssued", "deletePending")
        },
        { EnrollmentState.Enrolled, d => HasEnrolledAgent(d.M) },
        { EnrollmentState.ConfigMgrOnly, d => Is(d.M?.ManagementAgent, "configurationManagerClient") },
        { EnrollmentState.SecurityManagementOnly, d => Is(d.M?.ManagementAgent, "msSense") },
        { EnrollmentState.OtherMdm, d => Is(d.M?.ManagementAgent, "jamf") },
        { EnrollmentState.ExchangeOnly, d => Is(d.M?.ManagementAgent, "eas") },
        { EnrollmentState.NotEnrolled, d => d.M is not null },
        { EnrollmentState.SecurityManagementOnly, d => Is(d.E?.ManagementType, "MicrosoftSense") },
        {
            EnrollmentState.OtherMdm,
            d => d.E?.IsManaged == true && d.E.MdmAppId is not null && d.E.MdmAppId != IntuneApp && d.E.MdmAppId != ConfigMgrApp
        },
        { EnrollmentState.NotEnrolled, _ => true },
    };

    public static readonly DecisionList<Ownership> Ownerships = new()
    {
        { Ownership.Company, d => Is(d.M?.ManagedDeviceOwnerType, "company") },
        { Ownership.Personal, d => Is(d.M?.ManagedDeviceOwnerType, "personal") },
        { Ownership.Company, d => Is(d.E?.DeviceOwnership, "company", "corporate") },
        { Ownership.Personal, d => Is(d.E?.DeviceOwnership, "personal") },
        { Ownership.Unknown, _ => true },
    };

    public static string Compliance(NaiveDevice d)
    {
        if (!d.IsEnrolled) return d.E?.IsCompliant == true ? "compliant" : d.E?.IsCompliant == false ? "noncompliant" : "unknown";
        string[] known = ["compliant", "noncompliant", "conflict", "error", "inGracePeriod", "configManager", "unknown"];
        return d.M!.ComplianceState is { } raw ? known.FirstOrDefault(code => Is(raw, code)) ?? raw : "unknown";
    }

    public static string Agent(NaiveDevice d) => d.M is null ? "none" : d.M.ManagementAgent ?? "unknown";

    /// <summary>The row of the table, or null where the type has none.</summary>
    public static EnrollmentMethod? MethodRow(NaiveDevice d) => MethodsFile.Rows
        .Where(row => Is(row.Type, d.M!.DeviceEnrollmentType ?? "unknown"))
        .Where(row => row.Agent == "" || Is(row.Agent, d.M!.ManagementAgent!))
        .Where(row => row.Join == "" || Is(row.Join, d.JoinType.ToString()))
        .OrderByDescending(row => (row.Agent == "" ? 0 : 2) + (row.Join == "" ? 0 : 1))
        .FirstOrDefault()?.Method;

    public static string Method(NaiveDevice d)
    {
        if (!d.IsEnrolled) return d.State.ToString();
        return MethodRow(d)?.Code ?? d.All
            .Where(other => other.IsEnrolled && Is(other.M!.DeviceEnrollmentType, d.M!.DeviceEnrollmentType!))
            .Select(other => other.M!.DeviceEnrollmentType!)
            .Order(StringComparer.Ordinal).First();
    }

    public static bool? JoinTypeAsExpected(NaiveDevice d)
    {
        if (!d.IsEnrolled) return null;
        var expected = (MethodRow(d)?.ExpectedJoinType ?? "any").Split('|');
        return expected.Contains("any") || expected.Contains(d.JoinType.ToString());
    }

    public static bool IsIntuneOrConfigMgr(Guid? app) => app == IntuneApp || app == ConfigMgrApp;

    private static bool HasNoKey(EntraDevice e) => e.HasAlternativeSecurityIds is { } has ? !has : e.RegistrationDateTime is null;

    private static bool HasEnrolledAgent(ManagedDevice? m) => Is(
        m?.ManagementAgent, "mdm", "easMdm", "intuneClient", "easIntuneClient", "configurationManagerClientMdm",
        "configurationManagerClientMdmEas", "googleCloudDevicePolicyController", "microsoft365ManagedMdm", "intuneAosp");
}
