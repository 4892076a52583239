using Etl.Model.Values;

namespace Etl.Model.Tests.Values;

public sealed class ShareTests
{
    [Theory]
    [InlineData(3_763, 4_348, "86.5 %")] // 86.546; rounded to four places before it would be 86.6
    [InlineData(1_727, 2_000, "86.4 %")] // 86.35, which no double holds
    [InlineData(1, 3, "33.3 %")]
    [InlineData(0, 5, "0.0 %")]
    [InlineData(5, 5, "100.0 %")]
    [InlineData(0, 0, "none")]
    public void It_is_rounded_once_and_half_away_from_zero(long part, long whole, string expected) =>
        Share.Percent(Share.Of(part, whole), ofNothing: "none").ShouldBe(expected);

    [Theory]
    [InlineData(0.81, 231, 300, 12)] // 243.00000000000003 as doubles
    [InlineData(0.95, 1_899, 1_999, 1)]
    [InlineData(0.95, 95, 100, 0)]
    [InlineData(0.95, 100, 100, 0)]
    public void What_is_missing_to_a_target_is_whole_devices(double target, long part, long whole, long missing) =>
        Share.Missing(target, part, whole).ShouldBe(missing);

    [Fact]
    public void A_change_is_that_of_four_places_on_both_sides()
    {
        Share.Change(101 / 133m, 96 / 127m).ShouldBe(0.0035m); // 0.00349 before it is rounded
        Share.Change(null, 0.5m).ShouldBeNull();
        Share.Change(0.5m, null).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.0120, "+1.2")]
    [InlineData(-0.0005, "-0.1")]
    [InlineData(0.0, "0.0")]
    public void A_change_has_its_sign(double change, string expected) => Share.Points((decimal)change).ShouldBe(expected);
}
