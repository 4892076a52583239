using System.Globalization;
using System.Text.RegularExpressions;
using Etl.Model.Devices;
using Etl.Model.Sources;

namespace Etl.Transform.Tests.Naive;

/// <summary>One device as the rules speak of it: E, M, A, T, and the words that sections 2 to 7 define.</summary>
internal sealed class NaiveDevice
{
    public EntraDevice? E { get; init; }
    public ManagedDevice? M { get; init; }
    public AdComputer? A { get; init; }
    public AdMatch AdMatch { get; init; }
    public int IntuneRecordCount { get; init; }
    public required Tenant Tenant { get; init; }

    /// <summary>All devices of the tenant, this one too.</summary>
    public IReadOnlyList<NaiveDevice> All { get; set; } = [];

    public JoinType JoinType => field == default ? field = NaiveTables.JoinTypes.FirstThatHolds(this) : field;
    public EnrollmentState State => field == default ? field = NaiveTables.States.FirstThatHolds(this) : field;
    public Platform Platform => field == default ? field = NaivePlatform.Of(this) : field;
    public Ownership Ownership => NaiveTables.Ownerships.FirstThatHolds(this);
    public Scope Scope => field == default ? field = NaiveScope.Scopes.FirstThatHolds(this) : field;
    public GapReason GapReason => NaiveGap.Reasons.FirstThatHolds(this);

    public bool IsEnrolled => State == EnrollmentState.Enrolled;
    public bool IsJoined => JoinType is JoinType.EntraJoined or JoinType.HybridJoined;
    public bool IsInScope => Scope == Scope.InScope;
    public bool IsDisabled => E?.AccountEnabled == false || A?.Enabled == false;

    public DateTimeOffset? LastActivity => new[]
    {
        E?.ApproximateLastSignInDateTime, E?.RegistrationDateTime, M?.LastSyncDateTime, M?.EnrolledDateTime, A?.LastLogon,
        A?.PasswordLastSet, A?.WhenCreated,
    }.Max();

    public bool IsStale => LastActivity is { } last && Tenant.T - last > TimeSpan.FromDays(Tenant.Options.StaleAfterDays);

    public bool IsCovered => IsEnrolled && IsInScope
        && !(Tenant.T - (M!.LastSyncDateTime ?? M.EnrolledDateTime) > TimeSpan.FromDays(Tenant.Options.StaleAfterDays))
        && !(M.ManagementCertificateExpirationDate < Tenant.T);

    public string DeviceId =>
        E?.DeviceId.ToString("D") ?? A?.ObjectGuid.ToString("D") ?? M!.AzureADDeviceId?.ToString("D") ?? IdAsKey(M.Id.ToString());

    public string? DeviceName => M?.DeviceName ?? E?.DisplayName ?? A?.Name;

    public string? ShortName => DeviceName is { } name ? new string([.. name.Take(15)]).ToLowerInvariant() : null;

    public string? FirstVersion => M?.OsVersion ?? E?.OperatingSystemVersion ?? A?.OperatingSystemVersion;

    public static NaiveDevice Of(ManagedDevice m) => new() { M = m, Tenant = Tenant.Of(m) };

    public static bool Is(string? text, params string[] codes) => codes.Contains(text, StringComparer.OrdinalIgnoreCase);

    public static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    public static int? Build(string? version)
    {
        var match = Regex.Match(
            version ?? "", @"^10\.0(\.(?<build>[0-9]+)| ?\((?<build>[0-9]+)\))", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1));
        return match.Success ? int.Parse(match.Groups["build"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>An id of Intune that is a usable GUID is compared as such; any other text stands for itself.</summary>
    public static string IdAsKey(string id) => new[] { "N", "D", "B", "P" }
        .Select(form => Guid.TryParseExact(id, form, out var guid) && guid != Guid.Empty ? guid.ToString("D") : null)
        .FirstOrDefault(key => key is not null) ?? id;
}
