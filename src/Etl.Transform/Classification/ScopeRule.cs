using Etl.Model.Devices;
using Etl.Transform.Matching;

namespace Etl.Transform.Classification;

/// <summary>Section 7 of the rules: who belongs in the denominator of coverage. First that holds.</summary>
internal sealed class ScopeRule(RulesOptions options, IReadOnlyList<ScopeExclusion> exclusions, Inventories inventories)
{
    // Computer accounts that Entra's own single sign-on keeps in AD.
    private static readonly string[] ServiceAccounts = ["AZUREADSSOACC", "AzureADKerberos"];

    public Scope Classify(in DeviceFacts device, in Verdict verdict)
    {
        if (IsServer(device, verdict)) return Scope.Server;
        if (IsExcluded(device)) return Scope.Excluded;
        if (IsNonUserDevice(device, verdict)) return Scope.NonUserDevice;
        if (verdict.IsSuperseded) return Scope.Superseded;
        if (verdict.JoinType == JoinType.AutopilotPending) return Scope.AutopilotPending;
        if (verdict.IsDisabled) return Scope.Disabled;
        if (!options.CountPersonal && IsPersonal(verdict)) return Scope.Personal;
        return verdict.IsStale ? Scope.Stale : Scope.InScope;
    }

    private static bool IsServer(in DeviceFacts device, in Verdict verdict) =>
        verdict.Platform == Platform.WindowsServer || device.A.IsDomainController
        || (verdict.Platform == Platform.Linux
            && (verdict.State == EnrollmentState.SecurityManagementOnly || PlatformRule.AnySourceSaysServer(device)));

    private bool IsExcluded(in DeviceFacts device)
    {
        foreach (var exclusion in exclusions)
            if (exclusion.Matches(ValueOf(exclusion.Field, device))) return true;
        return false;
    }

    private string? ValueOf(ScopeExclusionField field, in DeviceFacts device) => field switch
    {
        ScopeExclusionField.Name => inventories.DeviceName(device),
        ScopeExclusionField.Model => device.M.Model ?? device.E.Model,
        ScopeExclusionField.Ou => DistinguishedName.Parent(inventories.ActiveDirectory.Texts.Read(device.A.DistinguishedName)),
        _ => device.M.EnrollmentProfileName ?? device.E.EnrollmentProfileName,
    };

    private bool IsNonUserDevice(in DeviceFacts device, in Verdict verdict)
    {
        if (device.HasE && device.E.ProfileType is ProfileType.Printer or ProfileType.IoT) return true;
        if (device.E.ProfileType == ProfileType.SecureVM && !verdict.IsEnrolled) return true;
        if (device.HasE || device.HasM) return false;
        if (device.A is { OperatingSystem: null, OperatingSystemWasRead: true }) return true;
        return ServiceAccounts.Contains(inventories.ActiveDirectory.Texts.Read(device.A.Name), StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsPersonal(in Verdict verdict) =>
        (verdict.JoinType == JoinType.EntraRegistered && verdict.Ownership != Ownership.Company)
        || (verdict.JoinType == JoinType.NotJoined && verdict.Ownership == Ownership.Personal);
}
