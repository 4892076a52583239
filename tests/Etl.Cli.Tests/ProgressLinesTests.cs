using Etl.Cli.Output;
using Etl.Model.Runs;
using Etl.Model.Sources;
using Microsoft.Extensions.Time.Testing;

namespace Etl.Cli.Tests;

public sealed class ProgressLinesTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(Sample.AsOf);
    private readonly StringWriter _error = new();

    [Fact]
    public void A_source_tells_of_itself_every_few_seconds_with_rate_and_time_left()
    {
        var lines = new ProgressLines(_error, _clock);
        lines.Started(Sample.Run);

        for (var page = 1; page <= 12; page++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            lines.Read(new SourceProgress(SourceKind.Entra, page, page * 1000, 20_000));
        }

        Lines().ShouldBe([
            "contoso: run 0192f3a0-0000-7000-8000-000000000001 as of 2026-11-22T06:00:00Z",
            "contoso: Entra: 5 pages, 5,000 rows, 1,000 rows/s, about 00:00:15 left",
            "contoso: Entra: 10 pages, 10,000 rows, 1,000 rows/s, about 00:00:10 left",
        ]);
    }

    [Fact]
    public void The_end_of_the_load_and_of_the_run_are_told_at_once()
    {
        var lines = new ProgressLines(_error, _clock);
        lines.Started(Sample.Run);

        lines.Loaded(500, 1000);
        lines.Loaded(1000, 1000);
        lines.Ended(Sample.Run with { State = RunState.Published });

        Lines().Skip(1).ShouldBe(["contoso: load: 1,000 of 1,000 devices", "contoso: Published after 0.0 s"]);
    }

    public void Dispose() => _error.Dispose();

    private string[] Lines() => _error.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
