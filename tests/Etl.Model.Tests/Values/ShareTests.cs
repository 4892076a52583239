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
    [InlineData(0.0120, "+1.2")]
    [InlineData(-0.0005, "-0.1")]
    [InlineData(0.0, "0.0")]
    public void A_change_has_its_sign(double change, string expected) => Share.Points((decimal)change).ShouldBe(expected);
}
