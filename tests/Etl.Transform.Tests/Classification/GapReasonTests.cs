using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;
using static Etl.Transform.Tests.Naive.Tenant;

namespace Etl.Transform.Tests.Classification;

/// <summary>Section 8 of the rules.</summary>
public sealed class GapReasonTests
{
    private static readonly EntraDevice[] KindsOfEntra =
    [
        Some.Entra(0), Some.Entra(0) with { TrustType = "ServerAd" },
        Some.Entra(0) with { TrustType = "ServerAd", ProfileType = null, HasAlternativeSecurityIds = false },
        Some.Entra(0) with { TrustType = "Workplace", DeviceOwnership = "Company" }, Some.Entra(0) with { TrustType = null },
    ];

    private static readonly (bool? IsManaged, Guid? App)[] Claims =
        [(null, null), (true, Some.IntuneApp), (true, Some.ConfigMgrApp), (true, Some.OtherApp), (false, Some.IntuneApp)];

    private static readonly ManagedDevice?[] KindsOfIntune =
    [
        null, Some.Intune(0), Some.Intune(0) with { AzureADDeviceId = null },
        Some.Intune(0) with { LastSyncDateTime = T.AddDays(-91) },
        Some.Intune(0) with { ManagementCertificateExpirationDate = T.AddDays(-1) },
        Some.Intune(0) with { ManagementState = "wipeIssued" }, Some.Intune(0) with { ManagementState = "discovered" },
        .. new[] { "configurationManagerClient", "msSense", "jamf", "eas", "unknown" }
            .Select(agent => Some.Intune(0) with { ManagementAgent = agent }),
    ];

    private static readonly (string System, string? Version)[] Systems =
    [
        ("Windows", "10.0.19045.1"), ("Windows", "6.1.7601"), ("Windows", "5.1"), ("Windows", "10.0.16298.9"), ("Windows", "10.0 (16299)"),
        ("Windows", "60.1"), ("Windows", null), ("macOS", "6.1"),
    ];

    // Those that say no more than the scope does; ScopeTests reaches them.
    private static readonly GapReason[] ReasonsOfScope =
    [
        GapReason.Server, GapReason.Excluded, GapReason.NonUserDevice, GapReason.Superseded, GapReason.AutopilotPending, GapReason.Disabled,
        GapReason.Personal, GapReason.Stale,
    ];

    [Fact]
    public void Every_combination_of_what_decides_it()
    {
        var entra =
            from kind in KindsOfEntra
            from claim in Claims
            select kind with { IsManaged = claim.IsManaged, MdmAppId = claim.App };
        AdComputer?[] ad =
            [null, .. new bool?[] { true, false, null }.Select(has => Some.Ad(0) with { HasUserCertificate = has })];
        var cases =
            from e in entra.Prepend(null)
            from m in KindsOfIntune
            from a in ad
            where e is not null || m is not null || a is not null
            from system in Systems
            from since in new[] { T.AddHours(-24), T.AddHours(-24).AddTicks(1) }
            from wasEnrolled in new[] { true, false }
            select (e, m, a, system, since, wasEnrolled);

        cases
            .Select((c, i) => Common(FullEnumeration.Case(i, c.e, c.m, c.a), i, c.system.System, c.system.Version, c.since, c.wasEnrolled))
            .ShouldBeAsTheRulesSay(count: (26 * 12 * 4 - 1) * 8 * 2 * 2)
            .ShouldMeet(device => device.GapReason, Enum.GetValues<GapReason>().Skip(1).Except(ReasonsOfScope));
    }

    private static Tenant Common(
        Tenant device, int number, string system, string? version, DateTimeOffset since, bool wasEnrolled) => device with
        {
            Entra =
        [
            .. device.Entra.Select(
                e => e with { OperatingSystem = system, OperatingSystemVersion = version, RegistrationDateTime = since }),
        ],
            Intune = [.. device.Intune.Select(m => m with { OperatingSystem = system, OsVersion = version })],
            Ad = [.. device.Ad.Select(a => a with { OperatingSystem = system, OperatingSystemVersion = version, WhenCreated = since })],
            WereEnrolled = wasEnrolled ? new HashSet<string>(StringComparer.Ordinal) { Some.Id(number) } : [],
        };

    [Fact]
    public void History_explains_only_devices_that_are_not_domain_joined()
    {
        var wereEnrolled = new HashSet<string>(StringComparer.Ordinal) { Some.Id(1) };

        (Of(Some.Entra(1)) with { WereEnrolled = wereEnrolled }).Single().GapReason.ShouldBe(GapReason.Unenrolled);
        (Of(Some.Ad(1)) with { WereEnrolled = wereEnrolled }).Single().GapReason.ShouldBe(GapReason.NotSynced);
        (Of(Some.Entra(2)) with { WereEnrolled = wereEnrolled }).Single().GapReason.ShouldBe(GapReason.AutoEnrollmentNotTriggered);
    }

    [Fact]
    public void The_version_is_that_of_the_first_source_that_has_one()
    {
        var old = Some.Entra(1) with { OperatingSystemVersion = "6.1" };
        var unenrolled = Some.Intune(1) with { ManagementAgent = null };

        Of(old).Single().GapReason.ShouldBe(GapReason.UnsupportedOs);
        Of(old, unenrolled).Single().GapReason.ShouldBe(GapReason.AutoEnrollmentNotTriggered);
        Of(old, unenrolled with { OsVersion = null }).Single().GapReason.ShouldBe(GapReason.UnsupportedOs);
        Of(Some.Entra(1), Some.Ad(1) with { OperatingSystemVersion = "6.1" }).Single().GapReason
            .ShouldBe(GapReason.AutoEnrollmentNotTriggered);
    }
}
