using Etl.Model.Devices;
using static Etl.Transform.Tests.Naive.NaiveDevice;

namespace Etl.Transform.Tests.Naive;

/// <summary>The scope of section 7 of the rules, row by row.</summary>
internal static class NaiveScope
{
    private const int LargestTwinGroup = 10;

    public static readonly DecisionList<Scope> Scopes = new()
    {
        { Scope.Server, d => d.Platform == Platform.WindowsServer },
        { Scope.Server, d => (d.A?.UserAccountControl & 0x2000) == 0x2000 },
        { Scope.Server, d => d.Platform == Platform.Linux && d.State == EnrollmentState.SecurityManagementOnly },
        {
            Scope.Server,
            d => d.Platform == Platform.Linux
                && new[] { d.M?.OperatingSystem, d.E?.OperatingSystem, d.A?.OperatingSystem }.Any(text => Has(text, "server"))
        },
        { Scope.Excluded, d => d.Tenant.ExcludedNames.Any(pattern => IsLike(d.DeviceName, pattern)) },
        { Scope.NonUserDevice, d => Is(d.E?.ProfileType, "Printer", "IoT") },
        { Scope.NonUserDevice, d => Is(d.E?.ProfileType, "SecureVM") && !d.IsEnrolled },
        { Scope.NonUserDevice, d => d is { E: null, M: null, A: { OperatingSystem: null, OperatingSystemWasRead: true } } },
        { Scope.NonUserDevice, d => d is { E: null, M: null } && Is(d.A!.Name, "AZUREADSSOACC", "AzureADKerberos") },
        { Scope.Superseded, IsSuperseded },
        { Scope.AutopilotPending, d => d.JoinType == JoinType.AutopilotPending },
        { Scope.Disabled, d => d.IsDisabled },
        {
            Scope.Personal,
            d => !d.Tenant.Options.CountPersonal && d.JoinType == JoinType.EntraRegistered && d.Ownership != Ownership.Company
        },
        {
            Scope.Personal,
            d => !d.Tenant.Options.CountPersonal && d.JoinType == JoinType.NotJoined && d.Ownership == Ownership.Personal
        },
        { Scope.Stale, d => d.IsStale },
        { Scope.InScope, _ => true },
    };

    private static bool IsSuperseded(NaiveDevice d)
    {
        if (d.IsEnrolled) return false;
        var others = d.All.Where(other => other != d).ToList();
        return others.Exists(t => A(d, t)) || others.Exists(t => B(d, t)) || C(d, others) || others.Exists(t => D(d, t))
            || others.Exists(t => E(d, t));
    }

    private static bool A(NaiveDevice d, NaiveDevice t)
    {
        if (d.Platform != Platform.Windows || !Tags(d).Intersect(Tags(t)).Any() || t.IsDisabled || t.IsStale) return false;
        if (t.IsEnrolled) return true;
        if (d.JoinType == JoinType.EntraRegistered && t.IsJoined) return true;
        if (!d.IsJoined || !t.IsJoined) return false;
        var (own, its) = (d.E!.RegistrationDateTime ?? DateTimeOffset.MinValue, t.E!.RegistrationDateTime ?? DateTimeOffset.MinValue);
        return its > own || (its == own && string.CompareOrdinal(t.DeviceId, d.DeviceId) > 0);
    }

    private static bool B(NaiveDevice d, NaiveDevice t) =>
        d is { JoinType: JoinType.EntraRegistered, Platform: Platform.Windows }
        && t is { IsJoined: true, Platform: Platform.Windows, IsDisabled: false, IsStale: false }
        && Same(d.E!.DisplayName, t.E!.DisplayName)
        && (!Tags(d).Any() || !Tags(t).Any());

    private static bool C(NaiveDevice d, List<NaiveDevice> others) =>
        d is { JoinType: JoinType.NotJoined or JoinType.Unknown, Platform: Platform.Windows }
        && others.Count(t => t.Platform == Platform.Windows && (t.A is not null || t.IsJoined) && Same(d.ShortName, t.ShortName)) == 1;

    private static bool D(NaiveDevice d, NaiveDevice t) =>
        d.JoinType == JoinType.AutopilotPending && t.IsEnrolled && Same(d.E!.DisplayName, t.M!.SerialNumber);

    private static bool E(NaiveDevice d, NaiveDevice t) =>
        d.JoinType is JoinType.HybridJoined or JoinType.HybridPending
        && t is { IsEnrolled: true, JoinType: JoinType.EntraJoined, E.HasZtdId: true }
        && Same(d.ShortName, t.ShortName);

    // The tags that count: one on more than ten E is as if it were not there.
    private static IEnumerable<string> Tags(NaiveDevice d) =>
        (d.E?.HardwareIds ?? []).Where(tag => d.All.Count(other => other.E?.HardwareIds.Contains(tag) == true) <= LargestTwinGroup);

    private static bool Same(string? x, string? y) => x is not null && Is(x, y!);

    private static bool IsLike(string? text, string pattern)
    {
        if (text is null) return false;
        var parts = pattern.Split('*');
        if (parts.Length == 1) return Is(text, pattern);
        return parts.Length == 2
            ? text.Length >= pattern.Length - 1
                && text.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)
                && text.EndsWith(parts[1], StringComparison.OrdinalIgnoreCase)
            : throw new ArgumentException("One star is enough for these tests.", nameof(pattern));
    }
}
