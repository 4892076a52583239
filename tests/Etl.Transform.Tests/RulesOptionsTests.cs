namespace Etl.Transform.Tests;

public sealed class RulesOptionsTests
{
    [Theory]
    [InlineData(21)]
    [InlineData(90)]
    [InlineData(3650)]
    public void A_limit_of_three_weeks_to_ten_years_is_fine(int days) =>
        new RulesOptions { StaleAfterDays = days }.Validate().ShouldBeEmpty();

    [Theory]
    [InlineData(20)]
    [InlineData(-1)]
    [InlineData(3651)]
    public void Any_other_limit_is_a_fault(int days) =>
        new RulesOptions { StaleAfterDays = days }.Validate().ShouldHaveSingleItem().ShouldStartWith($"StaleAfterDays: {days} is ");

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(1.0, true)]
    [InlineData(-0.1, false)]
    [InlineData(1.1, false)]
    [InlineData(95.0, false)]
    [InlineData(double.NaN, false)]
    public void A_target_is_a_share(double target, bool isValid) =>
        new RulesOptions { CoverageTarget = target }.Validate().Any().ShouldBe(!isValid);

    [Fact]
    public void All_faults_are_told_at_once() => new RulesOptions { StaleAfterDays = 1, CoverageTarget = 2 }.Validate().Count().ShouldBe(2);

    [Fact]
    public void The_defaults_are_those_of_the_rules()
    {
        new RulesOptions().StaleAfterDays.ShouldBe(90);
        new RulesOptions().CountPersonal.ShouldBeFalse();
        new RulesOptions().Validate().ShouldBeEmpty();
    }
}
