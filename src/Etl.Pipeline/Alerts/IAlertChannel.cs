using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Alerts;

/// <summary>A way on which people are told. What has been told is remembered for each, so that one that is broken has no other repeat itself.</summary>
public interface IAlertChannel
{
    /// <summary>By which it is known to a service that starts anew.</summary>
    string Name { get; }

    /// <summary>Whether its people want to hear of the condition.</summary>
    bool Takes(AlertCondition condition);

    /// <summary>Whether the alert has been told; what has not is told the next time.</summary>
    Task<bool> SendAsync(Alert alert, CancellationToken cancellationToken);
}
