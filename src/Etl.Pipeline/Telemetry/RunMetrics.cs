using System.Diagnostics.Metrics;
using Etl.Model.Runs;
using Etl.Model.Sources;

namespace Etl.Pipeline.Telemetry;

/// <summary>Counts what runs did, by tenant and source.</summary>
public sealed class RunMetrics : IRunObserver, IDisposable
{
    private readonly Meter _meter = new(PipelineTelemetry.Name);
    private readonly Counter<long> _runs;
    private readonly Counter<long> _rows;
    private readonly Counter<long> _rejects;
    private readonly Counter<long> _retries;
    private readonly Counter<double> _throttled;
    private readonly Histogram<double> _seconds;

    public RunMetrics()
    {
        _runs = _meter.CreateCounter<long>("etl.runs", description: "Runs that ended, by state.");
        _rows = _meter.CreateCounter<long>("etl.rows.read", description: "Records read.");
        _rejects = _meter.CreateCounter<long>("etl.rows.rejected", description: "Records without a usable key.");
        _retries = _meter.CreateCounter<long>("etl.requests.retried", description: "Requests that were sent again.");
        _throttled = _meter.CreateCounter<double>("etl.throttled", "s", "Seconds waited because a source asked to.");
        _seconds = _meter.CreateHistogram<double>("etl.run.duration", "s", "Seconds from the start of a run to its end.");
    }

    public void Started(RunRecord run)
    {
    }

    public void Read(SourceProgress progress)
    {
    }

    public void Loaded(long rows, long total)
    {
    }

    public void Warned(string sentence)
    {
    }

    public void Ended(RunRecord run)
    {
        KeyValuePair<string, object?> tenant = new("tenant", run.Tenant);
        KeyValuePair<string, object?> state = new("state", run.State.ToString());
        _runs.Add(1, tenant, state);
        if (run.Ended is { } ended) _seconds.Record((ended - run.Started).TotalSeconds, tenant, state);
        foreach (var read in run.Sources)
        {
            KeyValuePair<string, object?> source = new("source", read.Source.ToString());
            _rows.Add(read.RowsRead, tenant, source);
            _rejects.Add(read.RowsRejected, tenant, source);
            _retries.Add(read.Retries, tenant, source);
            _throttled.Add(read.ThrottledSeconds, tenant, source);
        }
    }

    public void Dispose() => _meter.Dispose();
}
