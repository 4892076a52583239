using Etl.Dashboard.Data;

namespace Etl.Dashboard.Tests;

public sealed class TrendDayTests
{
    private static readonly DateOnly Last = new(2026, 11, 22);

    [Theory]
    [InlineData(-7, true)]
    [InlineData(-13, true)]
    [InlineData(-6, false)]
    [InlineData(-14, false)]
    public void A_change_is_against_the_latest_day_of_the_week_that_ended_then(int day, bool counts)
    {
        IReadOnlyList<TrendDay> days = [Day(-40, covered: 10), Day(day, covered: 70), Day(0, covered: 80)];

        TrendDay.Change(days, since: 7).ShouldBe(counts ? 0.1m : null);
    }

    [Fact]
    public void Of_two_days_in_that_week_the_later_one_counts()
    {
        IReadOnlyList<TrendDay> days = [Day(-12, covered: 60), Day(-9, covered: 70), Day(0, covered: 80)];

        TrendDay.Change(days, since: 7).ShouldBe(0.1m);
    }

    [Fact]
    public void Without_devices_in_scope_or_days_there_is_none()
    {
        TrendDay.Change([], since: 7).ShouldBeNull();
        TrendDay.Change([Day(-7, covered: 0) with { InScope = 0 }, Day(0, covered: 80)], since: 7).ShouldBeNull();
    }

    [Fact]
    public void What_is_not_known_has_a_reason_and_what_is_has_none()
    {
        TrendDay.NoChange([Day(-7, covered: 70), Day(0, covered: 80)], since: 7).ShouldBeNull();
        TrendDay.NoChange([Day(0, covered: 80)], since: 7).ShouldBe("there is no earlier day to compare with");
        TrendDay.NoChange([Day(-1, covered: 70), Day(0, covered: 80)], since: 28).ShouldBe("no day of 28 to 34 days before is published");
        TrendDay.NoChange([Day(-8, covered: 0) with { InScope = 0 }, Day(0, covered: 80)], since: 7).ShouldBe("nothing was in scope on 2026-11-14");
        TrendDay.NoChange([Day(-7, covered: 70), Day(0, covered: 0) with { InScope = 0 }], since: 7).ShouldBe("nothing is in scope");
        TrendDay.NoChange([], since: 7).ShouldBe("nothing is in scope");
    }

    private static TrendDay Day(int daysFromLast, long covered) => new()
    {
        SnapshotDate = Last.AddDays(daysFromLast),
        Devices = 200,
        Enrolled = covered,
        InScope = 100,
        Covered = covered,
    };
}
