using Etl.Extract.ActiveDirectory;
using Etl.Extract.Archive;
using Etl.Model.Errors;

namespace Etl.Extract.Tests.ActiveDirectory;

public sealed class AdOptionsTests
{
    private static readonly AdOptions Good = new() { Path = "ad.csv" };

    [Fact]
    public void Defaults_and_every_known_value_pass() =>
        new[]
        {
            Good,
            Good with { Delimiter = "tab", Encoding = "1252", Culture = "de-DE", TimeZone = "Europe/Berlin", MaxAgeHours = 48 },
            Good with { Delimiter = "", Encoding = "", Culture = "", TimeZone = "" },
            Good with { Columns = new Dictionary<string, string> { ["Last seen"] = "lastlogondate" } },
        }.SelectMany(options => options.Validate()).ShouldBeEmpty();

    [Fact]
    public void Each_fault_is_a_sentence_that_begins_with_its_key()
    {
        var options = new AdOptions
        {
            Path = " ",
            Delimiter = ";;",
            Encoding = "latin",
            Culture = "xx-NOWHERE-1",
            TimeZone = "Mars/Olympus",
            MaxAgeHours = 0,
            Columns = new Dictionary<string, string> { ["Last seen"] = "LastSeen" },
        };

        var faults = options.Validate().ToList();

        faults.Select(fault => fault.Split(':')[0])
            .ShouldBe(["Path", "Delimiter", "Encoding", "Culture", "TimeZone", "MaxAgeHours", "Columns"]);
        faults.ShouldAllBe(fault => fault.EndsWith('.'));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("\n")]
    public void A_delimiter_that_cannot_separate_is_a_fault(string delimiter) =>
        (Good with { Delimiter = delimiter }).Validate().ShouldHaveSingleItem().ShouldStartWith("Delimiter:");

    [Fact]
    public void A_source_of_wrong_options_is_refused_before_anything_is_read() =>
        Should.Throw<ConfigurationException>(() => new AdComputerSource(Good with { Culture = "??" }, RunArchive.Disabled, AdFolder.AsOf))
            .Message.ShouldStartWith("ActiveDirectory:Culture:");
}
