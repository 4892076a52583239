using Etl.Cli.Output;
using Etl.Model.Runs;
using Etl.Pipeline;

namespace Etl.Cli.Tests;

public sealed class RunReportTests : IDisposable
{
    private static readonly QualityResult Shrink =
        new("Shrink", "Entra", QualitySeverity.Hold, "at least 800 records", "500", Passed: false);

    private static readonly QualityResult Empty =
        new("EmptySource", "Intune", QualitySeverity.Hold, "at least 1 usable record", "0", Passed: false);

    private static readonly QualityResult Warning =
        new("SourceWarning", "Entra", QualitySeverity.Warn, "nothing to tell", "a property was left out.", Passed: false);

    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void A_published_run_is_a_line_of_totals()
    {
        Write(RunState.Published, new RunRequest());

        _output.ToString().TrimEnd().ShouldBe(
            "contoso 2026-11-22: published. 1,250 devices, 900 enrolled, 1,000 in scope, 875 covered, coverage 87.5 %.");
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void A_held_run_gives_its_reasons_and_the_command_that_publishes_it()
    {
        Write(RunState.Held, new RunRequest(), Shrink, Warning);

        _output.ToString().ShouldBeEmpty();
        _error.ToString().ReplaceLineEndings("\n").TrimEnd().ShouldBe("""
            contoso: warning: Entra: a property was left out.
            contoso: held by Shrink (Entra): expected at least 800 records, found 500.
            contoso: nothing was published. Look into it; if the numbers are right, publish them with: etl run --tenant "contoso" --accept-shrink
            """);
    }

    [Fact]
    public void The_command_that_publishes_it_is_the_one_that_was_given()
    {
        Write(RunState.Held, new RunRequest { AsOf = Sample.AsOf }, "my/appsettings.json", [Shrink]);

        _error.ToString().TrimEnd().ShouldEndWith(
            "publish them with: etl run --tenant \"contoso\" --accept-shrink --as-of 2026-11-22T06:00:00Z --config \"my/appsettings.json\"");
    }

    [Fact]
    public void A_run_held_for_an_empty_source_names_no_command_as_none_publishes_it()
    {
        Write(RunState.Held, new RunRequest(), Shrink, Empty);

        _error.ToString().ShouldNotContain("--accept-shrink");
        _error.ToString().ShouldContain("An empty source is never a fact");
    }

    [Fact]
    public void An_accepted_run_says_that_it_was_accepted()
    {
        Write(RunState.Published, new RunRequest { AcceptShrink = true }, Shrink);

        _error.ToString().ShouldStartWith("contoso: published because of --accept-shrink");
    }

    [Fact]
    public void A_dry_run_says_that_nothing_was_written()
    {
        Write(RunState.NothingToDo, new RunRequest { DryRun = true });

        _output.ToString().ShouldStartWith("contoso 2026-11-22: dry run, nothing written. 1,250 devices");
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private void Write(RunState state, RunRequest request, params IReadOnlyList<QualityResult> quality) => Write(state, request, config: null, quality);

    private void Write(RunState state, RunRequest request, string? config, IReadOnlyList<QualityResult> quality)
    {
        var result = new TenantRunResult
        {
            Run = Sample.Run with { State = state, Quality = quality },
            Devices = 1250,
            Enrolled = 900,
            InScope = 1000,
            Covered = 875,
        };
        RunReport.Write(new CommandContext(TimeProvider.System, _output, _error), result, request, config);
    }
}
