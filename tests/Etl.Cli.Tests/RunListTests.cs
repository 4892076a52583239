using Etl.Cli.Output;
using Etl.Model.Runs;
using Spectre.Console.Testing;

namespace Etl.Cli.Tests;

public sealed class RunListTests : IDisposable
{
    private readonly TestConsole _screen = new TestConsole().Width(80);

    public void Dispose() => _screen.Dispose();

    [Fact]
    public void A_run_is_one_line_on_a_narrow_terminal_and_its_message_stands_below()
    {
        var published = Sample.Run with { State = RunState.Published, Ended = Sample.AsOf.AddSeconds(12.34), Devices = 1_155_599 };
        var held = Sample.Run with { State = RunState.Held, Ended = Sample.AsOf.AddSeconds(3), Error = "Shrink Entra: expected at least 800 records, found 500" };

        RunList.Write(_screen, [published, held]);

        var lines = _screen.Output.Split('\n').Select(line => line.Trim()).ToList();
        lines.ShouldContain(line => line.StartsWith("2026-11-22 06:00 contoso 2026-11-22 Published 1,155,599", StringComparison.Ordinal) && line.EndsWith("12.3", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("2026-11-22 06:00 contoso 2026-11-22 Held", StringComparison.Ordinal) && line.EndsWith("3.0", StringComparison.Ordinal));
        string.Join(' ', lines).ShouldContain("contoso 2026-11-22, Held: Shrink Entra: expected at least 800 records, found 500");
    }

    [Fact]
    public void Without_a_run_it_says_what_to_do()
    {
        RunList.Write(_screen, []);

        _screen.Output.ShouldContain("No run yet: run 'etl run'.");
    }
}
