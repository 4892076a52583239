namespace Etl.Cli.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(new[] { 0 }, 0)]
    [InlineData(new[] { 0, 3, 0 }, 3)]
    [InlineData(new[] { 3, 1, 0 }, 1)]
    [InlineData(new[] { 1, 3, 2, 0 }, 2)]
    public void Of_several_tenants_wrong_configuration_outweighs_failed_outweighs_held(int[] codes, int worst) =>
        ExitCodes.Worst(codes).ShouldBe(worst);
}
