using Etl.Extract.Graph;
using Etl.Model.Errors;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;
using Etl.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Etl.Pipeline.Tests.Scheduling;

public sealed class ScheduleTests
{
    private static readonly TenantOptions Tenant = new() { Name = "contoso", Graph = new GraphOptions() };

    [Theory]
    [InlineData("0 0 6 * * ?", "2026-11-24T06:00:01Z", "2026-11-24T05:00:00Z")]
    [InlineData("0 0 6 * * ?", "2026-11-24T04:59:59Z", null)]
    [InlineData("0 0 6 * * ?", "2026-11-23T23:30:00Z", null)]
    [InlineData("0 30 6 * * ?", "2026-11-24T05:10:00Z", null)]
    [InlineData("0 30 6 * * ?", "2026-11-24T05:31:00Z", "2026-11-24T05:30:00Z")]
    [InlineData("0 0/10 * * * ?", "2026-11-24T05:31:00Z", "2026-11-24T05:30:00Z")]
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

    [Fact]
    public void Each_local_day_has_its_time_once_in_every_zone_whatever_becomes_of_the_clocks()
    {
        var first = new DateOnly(2027, 10, 20);
        var refused = new HashSet<string>();
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
            foreach (var time in new TimeOnly[] { new(0, 0), new(0, 30), new(1, 45), new(2, 0), new(2, 30), new(3, 0), new(23, 30) })
            {
                var expected = Enumerable.Range(0, 400).Select(day => WallClock.At(zone, first.AddDays(day), time)).ToList();
                var cron = $"0 {time.Minute} {time.Hour} * * ?";
                var options = Options(cron, zone: zone.Id);
                if (Schedule.DeadEnd(cron, zone, expected[0]) is not null)
                {
                    refused.Add(zone.Id);
                    continue;
                }

                Schedule.TimesBetween(options, Tenant, expected[0].AddSeconds(-1), expected[^1]).ShouldBe(expected, $"{zone.Id} {time}");

                foreach (var day in expected.Where(day => zone.IsDaylightSavingTime(day.AddDays(-1)) != zone.IsDaylightSavingTime(day.AddDays(1))))
                    Schedule.MissedToday(options, Tenant, day.AddMinutes(1)).ShouldBe(day, $"{zone.Id} {time}");
            }

        refused.ShouldBeSubsetOf(["Europe/Dublin", "Eire", "Africa/Casablanca", "Africa/El_Aaiun"]);
    }

    [Theory]
    [InlineData("0 45 1 * * ?")]
    [InlineData("0 0/10 * * * ?")]
    public void A_time_that_the_scheduler_would_never_get_past_is_refused(string cron)
    {
        var services = new ServiceCollection();

        var refusal = Should.Throw<ConfigurationException>(() =>
            ScheduleServices.AddTo(services, Options(cron, zone: "Europe/Dublin"), new FakeTimeProvider(DateTimeOffset.Parse("2027-10-20T12:00:00Z", null))));

        refusal.Message.ShouldContain($"'{cron}' falls into the time that the clocks of Europe/Dublin skip on 2028-03-26");
    }

    private static EtlOptions Options(string cron, MisfirePolicy misfire = MisfirePolicy.RunOnce, string zone = "Europe/Oslo") => new()
    {
        Tenants = [Tenant],
        Tables = new RuleTables([], [], []),
        Warehouse = new WarehouseOptions { ReportingTimeZone = zone },
        Schedule = new ScheduleOptions { Run = cron, Misfire = misfire },
    };
}
