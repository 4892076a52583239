using Etl.Pipeline.Configuration;
using Microsoft.Extensions.Logging;

namespace Etl.Pipeline.Alerts;

/// <summary>Writes every alert to the log.</summary>
public sealed class LogChannel(ILogger<LogChannel> log) : IAlertChannel
{
    public string Name => "log";

    public bool Takes(AlertCondition condition) => true;

    public Task<bool> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        using var scope = log.BeginScope(LogScope.Of(alert.Tenant, alert.RunId));
        log.LogWarning("Alert {Condition} {State}: {Message}", alert.Condition, alert.IsRaised ? "raised" : "cleared", alert.Message);
        return Task.FromResult(true);
    }
}
