using System.Text.RegularExpressions;
using Etl.Model.Devices;
using Etl.Pipeline.Configuration;

namespace Etl.Repository.Tests;

public sealed partial class ConfigurationTests
{
    [Fact]
    public void The_table_in_the_readme_has_every_key_that_is_read_and_no_other()
    {
        var documented = Row().Matches(RepositoryFolder.Read(Path.Combine("config", "README.md"))).Select(match => match.Groups["key"].Value);

        documented.Order(StringComparer.Ordinal).ShouldBe(ConfigurationLoader.Keys().Order(StringComparer.Ordinal));
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

    [GeneratedRegex(@"^\| `(?<key>[A-Z][^`]*)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
