using Etl.Pipeline.Alerts;

namespace Etl.Cli.Serving;

/// <summary>Looks once a minute how the tenants stand, so that alerts go out and metrics are fresh.</summary>
internal sealed class Watchman(AlertWatch alerts, TimeProvider clock, ILogger<Watchman> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await alerts.LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                log.LogError("What alerts have been told cannot be written ({Reason}): set Alerts:StatePath.", e.Message);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
