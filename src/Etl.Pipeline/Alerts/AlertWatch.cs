using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;
using Etl.Pipeline.Standing;

namespace Etl.Pipeline.Alerts;

/// <summary>Finds what has changed since it was last told, and tells it once.</summary>
public sealed class AlertWatch(EtlOptions options, StandingBoard board, ScheduledRuns runs, IAlertSender sender, TimeProvider clock)
{
    private readonly DateTimeOffset _since = clock.GetUtcNow();
    private readonly Lazy<AlertState> _state =
        new(() => new AlertState(options.Alerts.StatePath), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Looks once. What could not be delivered is told the next time.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var report = await board.ReadAsync(maxAge: TimeSpan.Zero, cancellationToken);
        foreach (var standing in report.Tenants)
            foreach (var (condition, holds, sentence) in AlertRules.Of(standing, runs.IsAtWork(standing.Tenant), _since, clock.GetUtcNow(), options))
            {
                if (_state.Value.IsRaised(standing.Tenant, condition) == holds) continue;
                var alert = new Alert(standing.Tenant, condition, holds, sentence, clock.GetUtcNow())
                {
                    RunId = condition is AlertCondition.Failed or AlertCondition.Held ? standing.LastRun?.RunId : null,
                };
                if (await sender.SendAsync(alert, cancellationToken)) _state.Value.Set(standing.Tenant, condition, holds);
            }
    }
}
