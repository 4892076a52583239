namespace Etl.Pipeline.Alerts;

/// <summary>Delivers alerts.</summary>
public interface IAlertSender
{
    /// <summary>Whether everybody who should be told has been.</summary>
    Task<bool> SendAsync(Alert alert, CancellationToken cancellationToken);
}
