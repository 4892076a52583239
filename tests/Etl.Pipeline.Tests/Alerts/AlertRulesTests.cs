using Etl.Extract.Graph;
using Etl.Model.Runs;
using Etl.Pipeline.Alerts;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;
using Etl.Pipeline.Standing;
using Etl.Transform;
using Etl.Warehouse;
using Etl.Warehouse.Reports;

namespace Etl.Pipeline.Tests.Alerts;

public sealed class AlertRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    private const string Fault = "Nobody answers there.";

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
        AlertRules.Of(Seen(Standing(0, 0)), Now, Now, Options).ShouldNotContain(told => told.Condition == AlertCondition.BelowTarget);

    [Fact]
    public void What_is_late_is_not_said_to_be_as_old_as_the_limit() =>
        Of(Standing(1, 1) with { PublishedAsOf = Now.AddHours(-26.2) }, AlertCondition.Late, since: Now)
            .ShouldBe((true, "contoso: what was last published is as of 26.2 hours ago; the limit is 26."));

    [Fact]
    public void A_tenant_that_never_published_is_late_since_somebody_looks() =>
        Of(Standing(1, 1) with { PublishedAsOf = null }, AlertCondition.Late, since: Now.AddHours(-30))
            .ShouldBe((true, "contoso: nothing was published for 30.0 hours; the limit is 26."));

    [Fact]
    public void A_warehouse_that_cannot_be_read_clears_nothing_and_says_nothing_new_of_what_is_in_it() =>
        AlertRules.Of(Seen(Standing(1, 2)) with { Fault = Fault }, Now, Now, Options).ShouldBeEmpty();

    [Fact]
    public void A_tenant_is_late_by_what_was_last_known_of_it_while_the_warehouse_cannot_be_read() =>
        AlertRules.Of(Seen(Standing(1, 1) with { PublishedAsOf = Now.AddHours(-30) }) with { Fault = Fault }, Now, Now, Options).ShouldBe(
            [(AlertCondition.Late, true, $"contoso: what was last published is as of 30.0 hours ago; the limit is 26. {Fault}")]);

    [Fact]
    public void A_run_that_did_not_come_as_far_as_the_journal_has_failed_until_one_ends_well()
    {
        var seen = Seen(Standing(1, 1) with { LastRun = Published(Now.AddHours(-24)) }) with { GivenUp = new GivenUp(Fault, Now) };

        AlertRules.Of(seen, Now, Now, Options).ShouldContain((AlertCondition.Failed, true, $"contoso: a run failed before it had begun. {Fault}"));
        AlertRules.Of(seen with { Fault = Fault }, Now, Now, Options).ShouldBe([(AlertCondition.Failed, true, $"contoso: a run failed before it had begun. {Fault}")]);
        AlertRules.Of(seen with { Standing = seen.Standing with { LastRun = Published(Now.AddMinutes(1)) } }, Now, Now, Options)
            .ShouldContain((AlertCondition.Failed, false, "contoso: runs no longer fail."));
    }

    private static (bool Holds, string Sentence) Of(TenantStanding standing, AlertCondition condition, DateTimeOffset since)
    {
        var (_, holds, sentence) = AlertRules.Of(Seen(standing), since, Now, Options).Single(told => told.Condition == condition);
        return (holds, sentence);
    }

    private static Seen Seen(TenantStanding standing) => new(standing, IsAtWork: false, GivenUp: null, Fault: null);

    private static RunRecord Published(DateTimeOffset ended) => new()
    {
        RunId = Guid.Empty,
        Tenant = "contoso",
        AsOf = ended,
        SnapshotDate = new DateOnly(2026, 11, 24),
        State = RunState.Published,
        Started = ended,
        Ended = ended,
    };

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
