using Etl.Model.Devices;
using Etl.Pipeline.Configuration;

namespace Etl.Repository.Tests;

public sealed class ConfigurationTests
{
    private const string WriteVariable = "ETL_WRITE_PAGES";
    private const string Start = "<!-- The table is written by the tests from the options in the code, with ETL_WRITE_PAGES=1; change it there. -->\n";
    private const string End = "<!-- End of the table. -->\n";

    [Fact]
    public void The_table_of_keys_in_the_readme_is_what_the_options_say()
    {
        var path = Path.Combine(RepositoryFolder.Root, "config", "README.md");
        var page = File.ReadAllText(path);
        var from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        var expected = page[..from] + new ConfigurationTable().Write() + page[to..];

        if (Environment.GetEnvironmentVariable(WriteVariable) == "1") File.WriteAllText(path, expected);

        File.ReadAllText(path).ShouldBe(expected, $"config/README.md is not current: run the tests with {WriteVariable}=1 and commit what they write");
    }

    [Fact]
    public void Every_gap_reason_has_words_for_people()
    {
        var tables = ConfigurationLoader.LoadTables(Path.Combine(RepositoryFolder.Root, "config", "appsettings.json"));

        tables.GapReasons.Select(reason => reason.Code).Append(GapReason.Unknown).Order()
            .ShouldBe(Enum.GetValues<GapReason>().Order());
        tables.GapReasons.ShouldAllBe(reason => reason.RecommendedAction.Length > 5);
    }

    [Fact]
    public void No_device_is_excluded_as_shipped() =>
        ConfigurationLoader.LoadTables(Path.Combine(RepositoryFolder.Root, "config", "appsettings.json")).Exclusions.ShouldBeEmpty();
}
