using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;
using static Etl.Transform.Tests.Naive.Tenant;

namespace Etl.Transform.Tests.Classification;

/// <summary>Activity, staleness and coverage of section 7 of the rules.</summary>
public sealed class CoverageTests
{
    private static readonly DateTimeOffset?[] Instants =
        [null, T.AddDays(1), T, T.AddDays(-90), T.AddDays(-90).AddTicks(-1), T.AddDays(-21), T.AddDays(-21).AddTicks(-1)];

    private static readonly Dictionary<string, Func<DateTimeOffset, object>> SignsOfLife = new(StringComparer.Ordinal)
    {
        ["sign-in"] = at => Silent(Some.Entra(1)) with { ApproximateLastSignInDateTime = at },
        ["registration"] = at => Silent(Some.Entra(1)) with { RegistrationDateTime = at },
        ["sync"] = at => Silent(Some.Intune(1)) with { LastSyncDateTime = at },
        ["enrolment"] = at => Silent(Some.Intune(1)) with { EnrolledDateTime = at },
        ["logon"] = at => Silent(Some.Ad(1)) with { LastLogon = at },
        ["password"] = at => Silent(Some.Ad(1)) with { PasswordLastSet = at },
        ["creation"] = at => Silent(Some.Ad(1)) with { WhenCreated = at },
    };

    public static TheoryData<string> Signs => [.. SignsOfLife.Keys];

    [Theory]
    [InlineData(21)]
    [InlineData(90)]
    public void Every_combination_of_what_decides_coverage(int staleAfterDays)
    {
        var intune =
            from agent in new[] { "mdm", "msSense" }
            from sync in Instants
            from enrolled in Instants
            from expires in new DateTimeOffset?[] { null, T.AddTicks(-1), T, T.AddTicks(1) }
            select Some.Intune(0) with
            {
                ManagementAgent = agent,
                LastSyncDateTime = sync,
                EnrolledDateTime = enrolled,
                ManagementCertificateExpirationDate = expires,
            };
        EntraDevice?[] entra =
        [
            null, Some.Entra(0), Some.Entra(0) with { AccountEnabled = false },
            Some.Entra(0) with { ApproximateLastSignInDateTime = T.AddDays(-90).AddTicks(-1) },
        ];

        FullEnumeration.Cases(entra, [null, .. intune], [null])
            .Select(tenant => tenant with { Options = new RulesOptions { StaleAfterDays = staleAfterDays } })
            .ShouldBeAsTheRulesSay(count: 4 * 393 - 1);
    }

    [Theory]
    [MemberData(nameof(Signs))]
    public void Each_sign_of_life_counts_to_the_day(string sign)
    {
        var record = SignsOfLife[sign];

        var stale = Of(record(T.AddDays(-90).AddTicks(-1))).Single();
        stale.IsStale.ShouldBeTrue();
        stale.DaysSinceActivity.ShouldBe(90);
        stale.LastActivity.ShouldBe(T.AddDays(-90).AddMilliseconds(-1));
        var alive = Of(record(T.AddDays(-90))).Single();
        alive.IsStale.ShouldBeFalse();
        alive.LastActivity.ShouldBe(T.AddDays(-90));
    }

    [Fact]
    public void A_device_without_any_sign_of_life_is_not_called_stale()
    {
        var device = Of(Silent(Some.Entra(1))).Single();

        device.IsStale.ShouldBeFalse();
        device.LastActivity.ShouldBeNull();
        device.DaysSinceActivity.ShouldBeNull();
        device.Scope.ShouldBe(Scope.InScope);
    }

    [Fact]
    public void An_instant_after_the_snapshot_is_used_as_it_is()
    {
        var device = Of(Some.Intune(1) with { LastSyncDateTime = T.AddHours(1) }).Single();

        device.LastActivity.ShouldBe(T.AddHours(1));
        device.DaysSinceActivity.ShouldBe(-1);
        device.IsCovered.ShouldBeTrue();
    }

    private static EntraDevice Silent(EntraDevice e) => e with { RegistrationDateTime = null, ApproximateLastSignInDateTime = null };

    private static ManagedDevice Silent(ManagedDevice m) => m with { LastSyncDateTime = null, EnrolledDateTime = null };

    private static AdComputer Silent(AdComputer a) => a with { LastLogon = null, PasswordLastSet = null, WhenCreated = null };
}
