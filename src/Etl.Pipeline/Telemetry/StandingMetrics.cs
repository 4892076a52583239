using System.Diagnostics.Metrics;
using Etl.Pipeline.Standing;

namespace Etl.Pipeline.Telemetry;

/// <summary>How each tenant stands, whenever somebody asks: how fresh, how well covered.</summary>
public sealed class StandingMetrics : IDisposable
{
    private readonly Meter _meter = new(PipelineTelemetry.Name);
    private readonly StandingBoard _board;
    private readonly TimeProvider _clock;

    public StandingMetrics(StandingBoard board, TimeProvider clock)
    {
        _board = board;
        _clock = clock;
        _meter.CreateObservableGauge("etl.freshness", Freshness, "s", "Seconds since the instant that the last published run describes.");
        _meter.CreateObservableGauge("etl.coverage", Coverage, description: "Covered devices over devices in scope, on the latest published day.");
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> Freshness() => _board.Last.Tenants.Where(standing => standing.PublishedAsOf is not null)
        .Select(standing => new Measurement<double>((_clock.GetUtcNow() - standing.PublishedAsOf!.Value).TotalSeconds, Tags(standing)));

    private IEnumerable<Measurement<double>> Coverage() => _board.Last.Tenants.Where(standing => standing.Coverage is not null)
        .Select(standing => new Measurement<double>((double)standing.Coverage!.Value, Tags(standing)));

    private static KeyValuePair<string, object?> Tags(TenantStanding standing) => new("tenant", standing.Tenant);
}
