using Etl.Dashboard.Data;

namespace Etl.Dashboard.Tests;

public sealed class TrendScaleTests
{
    private static readonly DateOnly First = new(2026, 11, 2);

    [Fact]
    public void Days_stand_as_far_apart_as_in_the_calendar()
    {
        var scale = new TrendScale([Day(0, 760), Day(1, 770), Day(10, 800)], target: null);

        new[] { 0, 1, 10 }.Select(day => scale.Across(First.AddDays(day))).ShouldBe([0, 0.1, 1], tolerance: 1e-9);
    }

    [Theory]
    [InlineData(766, 802, 0.95, 70, 100)]
    [InlineData(766, 802, null, 70, 90)]
    [InlineData(800, 802, null, 70, 90)]
    [InlineData(5, 120, null, 0, 20)]
    [InlineData(0, 0, null, 0, 10)]
    [InlineData(1000, 1000, null, 90, 100)]
    [InlineData(950, 960, 0.3, 20, 100)]
    public void The_axis_goes_from_a_whole_ten_below_the_smallest_to_one_above_the_largest(long smallest, long largest, double? target, int bottom, int top)
    {
        var scale = new TrendScale([Day(0, smallest), Day(9, largest)], target);

        (scale.Bottom, scale.Top).ShouldBe((bottom, top));
        scale.Down(bottom).ShouldBe(1);
        scale.Down(top).ShouldBe(0);
        scale.Lines.First().ShouldBe(top);
        scale.Lines.Last().ShouldBe(bottom);
    }

    [Fact]
    public void Labels_are_few_and_stand_at_their_day()
    {
        var scale = new TrendScale([Day(0, 760), Day(3, 770), Day(20, 800)], target: null);

        scale.Labels.Select(label => label.Label).ShouldBe(["11-02", "11-07", "11-12", "11-17", "11-22"]);
        scale.Labels.ShouldAllBe(label => label.Day == DateOnly.Parse("2026-" + label.Label, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_year_is_given_where_the_days_are_of_two()
    {
        new TrendScale([Day(0, 760), Day(60, 770)], target: null).Labels.Select(label => label.Label)
            .ShouldBe(["2026-11-02", "2026-11-17", "2026-12-02", "2026-12-17", "2027-01-01"]);
    }

    [Fact]
    public void A_single_day_stands_in_the_middle()
    {
        var scale = new TrendScale([Day(0, 760)], target: null);

        scale.Across(First).ShouldBe(0.5);
        scale.Labels.ShouldBe([(First, "11-02")]);
    }

    private static TrendDay Day(int number, long covered) => new()
    {
        SnapshotDate = First.AddDays(number),
        Devices = 2000,
        Enrolled = covered,
        InScope = 1000,
        Covered = covered,
    };
}
