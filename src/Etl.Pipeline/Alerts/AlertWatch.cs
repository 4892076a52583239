using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;
using Etl.Pipeline.Standing;

namespace Etl.Pipeline.Alerts;

/// <summary>Finds what has changed since it was last told, and tells it once on each channel.</summary>
public sealed class AlertWatch(
    EtlOptions options, StandingBoard board, ScheduledRuns runs, IEnumerable<IAlertChannel> channels, TimeProvider clock)
{
    private readonly DateTimeOffset _since = clock.GetUtcNow();
    private readonly Dictionary<string, TenantStanding> _lastKnown = new(StringComparer.Ordinal);
    private readonly Lazy<AlertState> _state =
        new(() => new AlertState(options.Alerts.StatePath), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Looks once. What could not be delivered is told the next time.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var report = await board.ReadAsync(maxAge: TimeSpan.Zero, cancellationToken);
        foreach (var standing in report.Tenants) _lastKnown[standing.Tenant] = standing;
        foreach (var tenant in options.Tenants)
            foreach (var alert in Alerts(tenant.Name, report.Fault).ToList())
                await TellAsync(alert, cancellationToken);
        _state.Value.Save();
    }

    private IEnumerable<Alert> Alerts(string tenant, string? fault)
    {
        var standing = _lastKnown.GetValueOrDefault(tenant) ?? new TenantStanding { Tenant = tenant };
        var now = clock.GetUtcNow();
        var seen = new Seen(standing, runs.IsAtWork(tenant), runs.GivenUpOf(tenant), fault);
        foreach (var (condition, holds, sentence) in AlertRules.Of(seen, _since, now, options))
            yield return new Alert(tenant, condition, holds, sentence, now)
            {
                RunId = condition is AlertCondition.Failed or AlertCondition.Held ? standing.LastRun?.RunId : null,
            };
    }

    private async Task TellAsync(Alert alert, CancellationToken cancellationToken)
    {
        foreach (var channel in channels)
        {
            if (!channel.Takes(alert.Condition) || _state.Value.IsRaised(channel.Name, alert.Tenant, alert.Condition) == alert.IsRaised) continue;
            if (await channel.SendAsync(alert, cancellationToken)) _state.Value.Set(channel.Name, alert.Tenant, alert.Condition, alert.IsRaised);
        }
    }
}
