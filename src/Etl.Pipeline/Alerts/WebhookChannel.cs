using System.Globalization;
using System.Text;
using Etl.Pipeline.Configuration;
using Microsoft.Extensions.Logging;

namespace Etl.Pipeline.Alerts;

/// <summary>
/// Posts alerts to one of <c>Alerts:Webhooks</c>. Its address holds a token and is never logged. One that does not answer is left alone
/// for a minute, then for twice as long each time, up to an hour.
/// </summary>
/// <param name="number">Its place in the configuration.</param>
public sealed class WebhookChannel(int number, WebhookOptions options, HttpClient http, TimeProvider clock, ILogger<WebhookChannel> log) : IAlertChannel
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private TimeSpan _pause = ShortestPause;
    private DateTimeOffset _notBefore;

    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"webhook {number}");

    public bool Takes(AlertCondition condition) => options.On.Count == 0 || options.On.Contains(condition);

    public async Task<bool> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < _notBefore) return false;
        using var scope = log.BeginScope(LogScope.Of(alert.Tenant, alert.RunId));
        if (await FaultAsync(alert, cancellationToken) is { } fault)
        {
            log.LogWarning("Webhook {Number} {Fault}; the alert is sent again in {Pause:0} min.", number, fault, _pause.TotalMinutes);
            _notBefore = clock.GetUtcNow() + _pause;
            _pause = TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));
            return false;
        }

        _pause = ShortestPause;
        return true;
    }

    private async Task<string?> FaultAsync(Alert alert, CancellationToken cancellationToken)
    {
        try
        {
            using var body = new StringContent(AlertBody.Fill(options.Template, alert), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri(options.Url!.Reveal()), body, cancellationToken);
            return answer.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"answered {(int)answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return $"cannot be reached ({e.GetType().Name})";
        }
    }
}
