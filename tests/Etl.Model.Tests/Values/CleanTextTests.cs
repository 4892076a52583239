using Etl.Model.Values;

namespace Etl.Model.Tests.Values;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t\u00a0\r\n", null)]
    [InlineData(" PC 1 ", "PC 1")]
    public void Text_is_trimmed_and_empty_is_null(string? text, string? expected) => CleanText.OrNull(text).ShouldBe(expected);

    [Theory]
    [InlineData("0")]
    [InlineData("NONE")]
    [InlineData(" Default String ")]
    [InlineData("System Serial Number")]
    [InlineData("To Be Filled By O.E.M.")]
    public void Serials_that_firmware_ships_with_are_null(string text) => CleanText.Serial(text).ShouldBeNull();

    [Theory]
    [InlineData("00")]
    [InlineData("None-1")]
    public void Other_serials_are_kept(string text) => CleanText.Serial(text).ShouldBe(text);

    [Theory]
    [InlineData("Unknown", null)]
    [InlineData("UNKNOWN ", null)]
    [InlineData("Unknown Linux", "Unknown Linux")]
    public void An_unknown_operating_system_is_null(string text, string? expected) => CleanText.OperatingSystem(text).ShouldBe(expected);
}
