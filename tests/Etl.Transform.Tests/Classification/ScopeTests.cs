using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Classification;

/// <summary>The scope of section 7 of the rules.</summary>
public sealed class ScopeTests
{
    private const int TwinOffset = 1_000_000;

    private static readonly EntraDevice Pending = Some.Entra(0) with { HasZtdId = true, HasAlternativeSecurityIds = false };

    private static readonly EntraDevice[] KindsOfEntra =
    [
        Some.Entra(0), Pending, .. new[] { "ServerAd", "Workplace", null }.Select(trust => Some.Entra(0) with { TrustType = trust }),
        .. new[] { "Printer", "iot", "SecureVM" }.Select(profile => Some.Entra(0) with { ProfileType = profile }),
    ];

    private static readonly AdComputer?[] KindsOfAd =
    [
        null, Some.Ad(0), Some.Ad(0) with { UserAccountControl = 0x82000 }, Some.Ad(0) with { Enabled = false },
        Some.Ad(0) with { OperatingSystemWasRead = false }, Some.Ad(0) with { Name = "AzureADSSOACC" },
    ];

    private static readonly string?[] Systems = ["Windows 11", "Windows Server 2025", "Linux", "Ubuntu Server", null];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_combination_of_what_decides_it(bool countPersonal)
    {
        var entra =
            from kind in KindsOfEntra
            from isEnabled in new[] { true, false }
            from hasTwin in new[] { true, false }
            select kind with { AccountEnabled = isEnabled, HardwareIds = hasTwin ? ["twin"] : [] };
        ManagedDevice?[] intune =
            [null, .. new[] { "mdm", "msSense", "unknown" }.Select(agent => Some.Intune(0) with { ManagementAgent = agent })];
        var cases =
            from e in entra.Prepend(null)
            from m in intune
            from a in KindsOfAd
            where e is not null || m is not null || a is not null
            from system in Systems
            from owner in new[] { "company", "personal", null }
            from isStale in new[] { true, false }
            from isExcluded in new[] { true, false }
            select (e, m, a, system, owner, isStale, isExcluded);

        cases
            .Select((c, i) => Common(FullEnumeration.Case(i, c.e, c.m, c.a), i, c.system, c.owner, c.isStale, c.isExcluded, countPersonal))
            .ShouldBeAsTheRulesSay(count: (33 * 4 * 6 - 1) * 5 * 3 * 2 * 2)
            .ShouldMeet(device => device.Scope, Enum.GetValues<Scope>().Skip(1).Where(scope => !countPersonal || scope != Scope.Personal));
    }

    // What all sources say alike, and the enrolled twin of a device that should have one.
    private static Tenant Common(
        Tenant device, int number, string? system, string? owner, bool isStale, bool isExcluded, bool countPersonal)
    {
        var last = Tenant.T.AddDays(isStale ? -91 : -5);
        var name = $"{(isExcluded ? "kiosk" : "pc")}-{number}";
        var hasTwin = device.Entra.Any(e => e.HardwareIds.Count > 0);
        var twin = Some.Entra(TwinOffset + number) with { HardwareIds = [$"[HWID]:{number}"] };
        return device with
        {
            Entra =
            [
                .. device.Entra.Select(e => e with
                {
                    DisplayName = name,
                    OperatingSystem = system,
                    DeviceOwnership = owner,
                    RegistrationDateTime = null,
                    ApproximateLastSignInDateTime = e.HasZtdId ? null : last,
                    HardwareIds = hasTwin ? twin.HardwareIds : [],
                }),
                .. hasTwin ? new[] { twin } : [],
            ],
            Intune =
            [
                .. device.Intune.Select(m => m with
                {
                    DeviceName = name,
                    OperatingSystem = system,
                    ManagedDeviceOwnerType = owner,
                    LastSyncDateTime = last,
                    EnrolledDateTime = null,
                }),
                .. hasTwin ? new[] { Some.Intune(TwinOffset + number) } : [],
            ],
            Ad =
            [
                .. device.Ad.Select(
                    a => a with { Name = a.Name ?? name, OperatingSystem = system, LastLogon = last, WhenCreated = null }),
            ],
            Options = new RulesOptions { CountPersonal = countPersonal },
            ExcludedNames = ["KIOSK*"],
        };
    }

    [Fact]
    public void An_export_without_the_operating_system_says_nothing_about_its_computers()
    {
        var noSystem = Some.Ad(1) with { OperatingSystem = null };

        Tenant.Of(noSystem).Single().Scope.ShouldBe(Scope.NonUserDevice);
        Tenant.Of(noSystem with { OperatingSystemWasRead = false }).Single().Scope.ShouldBe(Scope.InScope);
        Tenant.Of(noSystem, Some.Entra(1)).Single().Scope.ShouldBe(Scope.InScope);
        Tenant.Of(noSystem, Some.Intune(1)).Single().Scope.ShouldBe(Scope.InScope);
    }

    [Theory]
    [InlineData("AZUREADSSOACC", Scope.NonUserDevice)]
    [InlineData("AzureADKerberos", Scope.NonUserDevice)]
    [InlineData("azureadkerberos", Scope.NonUserDevice)]
    [InlineData("AzureADKerberos2", Scope.InScope)]
    public void Accounts_of_single_sign_on_are_no_devices(string name, Scope expected) =>
        Tenant.Of(Some.Ad(1) with { Name = name }).Single().Scope.ShouldBe(expected);

    [Fact]
    public void An_enrolled_secure_VM_is_somebodys_device()
    {
        var vm = Some.Entra(1) with { ProfileType = "SecureVM" };

        Tenant.Of(vm).Single().Scope.ShouldBe(Scope.NonUserDevice);
        Tenant.Of(vm, Some.Intune(1)).Single().Scope.ShouldBe(Scope.InScope);
        Tenant.Of(vm with { ProfileType = "Printer" }, Some.Intune(1)).Single().Scope.ShouldBe(Scope.NonUserDevice);
    }
}
