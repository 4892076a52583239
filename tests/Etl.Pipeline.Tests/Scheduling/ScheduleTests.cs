using Etl.Extract.Graph;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;
using Etl.Warehouse;

namespace Etl.Pipeline.Tests.Scheduling;

public sealed class ScheduleTests
{
    private static readonly TenantOptions Tenant = new() { Name = "contoso", Graph = new GraphOptions() };

    [Theory]
    [InlineData("0 0 6 * * ?", "2026-11-24T06:00:01Z", "2026-11-24T05:00:00Z")]
    [InlineData("0 0 6 * * ?", "2026-11-24T04:59:59Z", null)]
    [InlineData("0 0 6 * * ?", "2026-11-23T23:30:00Z", null)]
    [InlineData("0 0 6,18 * * ?", "2026-11-24T20:00:00Z", "2026-11-24T17:00:00Z")]
    // The clocks went back at 03:00: 06:00 is an hour later in UTC than the day before.
    [InlineData("0 0 6 * * ?", "2026-10-24T12:00:00Z", "2026-10-24T04:00:00Z")]
    [InlineData("0 0 6 * * ?", "2026-10-25T12:00:00Z", "2026-10-25T05:00:00Z")]
    [InlineData("off", "2026-11-24T12:00:00Z", null)]
    public void What_was_due_earlier_today_in_the_reporting_time_zone_is_missed(string cron, string now, string? due)
    {
        var missed = Schedule.MissedToday(Options(cron), Tenant, DateTimeOffset.Parse(now, null));

        missed.ShouldBe(due is null ? null : DateTimeOffset.Parse(due, null));
    }

    [Fact]
    public void Nothing_is_missed_where_the_next_time_will_do() =>
        Schedule.MissedToday(Options("0 0 6 * * ?", MisfirePolicy.Skip), Tenant, DateTimeOffset.Parse("2026-11-24T12:00:00Z", null)).ShouldBeNull();

    private static EtlOptions Options(string cron, MisfirePolicy misfire = MisfirePolicy.RunOnce) => new()
    {
        Tenants = [Tenant],
        Tables = new RuleTables([], [], []),
        Warehouse = new WarehouseOptions { ReportingTimeZone = "Europe/Oslo" },
        Schedule = new ScheduleOptions { Run = cron, Misfire = misfire },
    };
}
