using Etl.Extract.Graph;
using Etl.Pipeline.Alerts;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Standing;
using Etl.Transform;
using Etl.Warehouse;
using Etl.Warehouse.Reports;

namespace Etl.Pipeline.Tests.Alerts;

public sealed class AlertRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    private static readonly EtlOptions Options = new()
    {
        Tenants = [new TenantOptions { Name = "contoso", Graph = new GraphOptions() }],
        Tables = new RuleTables([], [], []),
        Rules = new RulesOptions { CoverageTarget = 0.95 },
        Warehouse = new WarehouseOptions { ConnectionString = "Data Source=none.duckdb" },
    };

    [Theory]
    [InlineData(1_899, 1_999, true, "contoso: coverage is 95.0 %, below the target of 95.0 %: 1 more device.")]
    [InlineData(1_900, 1_999, false, "contoso: coverage is 95.0 %, the target of 95.0 % is met.")]
    [InlineData(90, 100, true, "contoso: coverage is 90.0 %, below the target of 95.0 %: 5 more devices.")]
    public void Coverage_is_told_as_everywhere_with_what_is_missing_to_the_target(long covered, long inScope, bool holds, string sentence) =>
        Of(Standing(covered, inScope), AlertCondition.BelowTarget, since: Now).ShouldBe((holds, sentence));

    [Fact]
    public void Nothing_in_scope_is_neither_below_the_target_nor_at_it() =>
        AlertRules.Of(Standing(0, 0), isAtWork: false, Now, Now, Options).ShouldNotContain(told => told.Condition == AlertCondition.BelowTarget);

    [Fact]
    public void What_is_late_is_not_said_to_be_as_old_as_the_limit() =>
        Of(Standing(1, 1) with { PublishedAsOf = Now.AddHours(-26.2) }, AlertCondition.Late, since: Now)
            .ShouldBe((true, "contoso: what was last published is as of 26.2 hours ago; the limit is 26."));

    [Fact]
    public void A_tenant_that_never_published_is_late_since_somebody_looks() =>
        Of(Standing(1, 1) with { PublishedAsOf = null }, AlertCondition.Late, since: Now.AddHours(-30))
            .ShouldBe((true, "contoso: nothing was published for 30.0 hours; the limit is 26."));

    private static (bool Holds, string Sentence) Of(TenantStanding standing, AlertCondition condition, DateTimeOffset since)
    {
        var (_, holds, sentence) = AlertRules.Of(standing, isAtWork: false, since, Now, Options).Single(told => told.Condition == condition);
        return (holds, sentence);
    }

    private static TenantStanding Standing(long covered, long inScope) => new()
    {
        Tenant = "contoso",
        PublishedAsOf = Now,
        Latest = new CoverageTotal
        {
            Tenant = "contoso",
            SnapshotDate = new DateOnly(2026, 11, 24),
            Devices = inScope,
            Enrolled = covered,
            InScope = inScope,
            Covered = covered,
            Compliant = 0,
            Stale = 0,
        },
    };
}
