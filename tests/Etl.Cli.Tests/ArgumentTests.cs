using System.CommandLine;
using Etl.Cli.Commands;

namespace Etl.Cli.Tests;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("2026-11-22T06:00:00Z", "2026-11-22T06:00:00.0000000+00:00")]
    [InlineData("2026-11-22T06:00Z", "2026-11-22T06:00:00.0000000+00:00")]
    [InlineData("2026-11-22T06:00:00.125Z", "2026-11-22T06:00:00.1250000+00:00")]
    [InlineData("2026-11-22T06:00:00+02:00", "2026-11-22T04:00:00.0000000+00:00")]
    [InlineData("2026-11-22T06:00:00", "2026-11-22T06:00:00.0000000+00:00")]
    [InlineData("2026-11-22", "2026-11-22T00:00:00.0000000+00:00")]
    public void An_instant_is_read_as_utc_where_it_names_no_offset(string text, string instant)
    {
        var option = Arguments.Instant("--as-of", "");

        var parsed = new RootCommand { option }.Parse(["--as-of", text]);

        parsed.Errors.ShouldBeEmpty();
        parsed.GetValue(option)!.Value.ToString("O").ShouldBe(instant);
    }

    [Theory]
    [InlineData("run --as-of 02/03/2026")]
    [InlineData("run --as-of 22.11.2026")]
    [InlineData("run --as-of 2026-11-22T25:00Z")]
    [InlineData("run --as-of 0001-01-01T00:00:00Z")]
    [InlineData("run --as-of")]
    [InlineData("export devices --date 02/03/2026")]
    [InlineData("export devices --date 2026-02-30")]
    [InlineData("export devices --date 2026-02-03 --from 2026-02-01")]
    [InlineData("export devices --format xlsx")]
    [InlineData("export devices --partition")]
    [InlineData("export devices --format parquet --partition --output -")]
    [InlineData("export devices --format parquet --excel")]
    [InlineData("export devices --format parquet --no-escape")]
    [InlineData("export")]
    [InlineData("demo --devices 0")]
    [InlineData("demo --days many")]
    [InlineData("simulate --faults Gremlins")]
    [InlineData("runs --limit -1")]
    [InlineData("sync")]
    [InlineData("run --dryrun")]
    public async Task A_wrong_argument_ends_with_2_and_says_where_to_read_on(string arguments)
    {
        var result = await Cli.RunAsync(arguments.Split(' '));

        result.ExitCode.ShouldBe(ExitCodes.WrongConfiguration);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("--help' for what it takes.");
    }

    [Fact]
    public async Task Help_names_every_verb_and_goes_to_the_output()
    {
        var help = await Cli.RunAsync("--help");

        help.ExitCode.ShouldBe(ExitCodes.Done);
        foreach (var word in new[] { "demo", "run", "export", "runs", "status", "migrate", "simulate", "--config" })
            help.Output.ShouldContain(word);
        help.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_configuration_file_that_is_not_there_is_named()
    {
        var result = await Cli.RunAsync("status", "--config", "nowhere/settings.json");

        result.ExitCode.ShouldBe(ExitCodes.WrongConfiguration);
        result.Error.ShouldBe("There is no configuration file nowhere/settings.json." + Environment.NewLine);
    }
}
