using System.Text;
using Etl.Pipeline.Configuration;
using Microsoft.Extensions.Logging;

namespace Etl.Pipeline.Alerts;

/// <summary>Posts alerts to the configured webhooks. Addresses hold tokens and are never logged.</summary>
public sealed class WebhookSender(EtlOptions options, HttpClient http, ILogger<WebhookSender> log) : IAlertSender
{
    public async Task<bool> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        using var scope = log.BeginScope(LogScope.Of(alert.Tenant, alert.RunId));
        log.LogWarning("Alert {Condition} {State}: {Message}", alert.Condition, alert.IsRaised ? "raised" : "cleared", alert.Message);
        var isDelivered = true;
        for (var i = 0; i < options.Alerts.Webhooks.Count; i++)
        {
            var webhook = options.Alerts.Webhooks[i];
            if (webhook.On.Count == 0 || webhook.On.Contains(alert.Condition)) isDelivered &= await PostAsync(i, webhook, alert, cancellationToken);
        }

        return isDelivered;
    }

    private async Task<bool> PostAsync(int number, WebhookOptions webhook, Alert alert, CancellationToken cancellationToken)
    {
        try
        {
            using var body = new StringContent(AlertBody.Fill(webhook.Template, alert), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri(webhook.Url!.Reveal()), body, cancellationToken);
            if (answer.IsSuccessStatusCode) return true;
            log.LogWarning("Webhook {Number} answered {Status}; the alert is sent again later.", number, (int)answer.StatusCode);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("Webhook {Number} cannot be reached ({Reason}); the alert is sent again later.", number, e.GetType().Name);
        }

        return false;
    }
}
