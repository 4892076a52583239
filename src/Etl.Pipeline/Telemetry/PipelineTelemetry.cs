using System.Diagnostics;
using System.Diagnostics.Metrics;
using Etl.Model.Runs;
using Etl.Model.Sources;

namespace Etl.Pipeline.Telemetry;

/// <summary>The names under which the pipeline can be watched: an activity a run, a stage and a page, a meter for what runs did.</summary>
public static class PipelineTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Etl.Pipeline";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Histogram<double> StageSeconds = new Meter(Name).CreateHistogram<double>(
        "etl.stage.duration", "s", "Seconds that a stage of a run took.");

    /// <summary>A run, until it is disposed; its stages belong to it.</summary>
    internal static Activity? Run(RunRecord run) =>
        Activities.StartActivity("run")?.SetTag("etl.tenant", run.Tenant).SetTag("etl.run_id", run.RunId.ToString());

    /// <summary>A stage, until it is disposed.</summary>
    internal static IDisposable Stage(string stage, string tenant) => new StageSpan(stage, tenant);

    /// <summary>A page of a source has been read that was asked for at <paramref name="asked"/>.</summary>
    internal static void PageRead(SourceKind source, DateTimeOffset asked) =>
        Activities.StartActivity("page", ActivityKind.Client, parentContext: default, startTime: asked)
            ?.SetTag("etl.source", source.ToString()).Dispose();

    private sealed class StageSpan(string stage, string tenant) : IDisposable
    {
        private readonly Activity? _activity = Activities.StartActivity(stage)?.SetTag("etl.tenant", tenant);
        private readonly long _started = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            _activity?.Dispose();
            StageSeconds.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new("stage", stage), new("tenant", tenant));
        }
    }
}
