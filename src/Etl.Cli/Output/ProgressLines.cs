using System.Globalization;
using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline;

namespace Etl.Cli.Output;

/// <summary>Progress for logs and pipes: a line a source every few seconds, and one at each turn.</summary>
internal sealed class ProgressLines(TextWriter error, TimeProvider clock) : IRunObserver
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _lastLine = new(StringComparer.Ordinal);
    private long _started = clock.GetTimestamp();
    private string _tenant = "";

    public void Started(RunRecord run)
    {
        _tenant = run.Tenant;
        _started = clock.GetTimestamp();
        Write(Text($"run {run.RunId:D} as of {run.AsOf.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"));
    }

    public void Read(SourceProgress progress)
    {
        if (!IsDue(progress.Source.ToString())) return;
        var rate = progress.Rows / Math.Max(0.001, clock.GetElapsedTime(_started).TotalSeconds);
        var left = progress.ExpectedRows is { } expected && expected > progress.Rows && rate > 0
            ? Text($", about {TimeSpan.FromSeconds((expected - progress.Rows) / rate):hh\\:mm\\:ss} left")
            : "";
        Write(Text($"{progress.Source}: {progress.Pages:N0} pages, {progress.Rows:N0} rows, {rate:N0} rows/s{left}"));
    }

    public void Loaded(long rows, long total)
    {
        if (rows == total || IsDue("load")) Write(Text($"load: {rows:N0} of {total:N0} devices"));
    }

    public void Warned(string sentence) => Write(sentence);

    public void Ended(RunRecord run) =>
        Write(Text($"{run.State} after {clock.GetElapsedTime(_started).TotalSeconds:N1} s"));

    private bool IsDue(string topic)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (clock.GetElapsedTime(_lastLine.GetValueOrDefault(topic, _started), now) < Pause) return false;
            _lastLine[topic] = now;
            return true;
        }
    }

    private void Write(string line)
    {
        lock (_lock) error.WriteLine($"{_tenant}: {line}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
