using System.Globalization;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Standing;

namespace Etl.Cli.Serving;

/// <summary>
/// <c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: the warehouse can be read, its schema is current, and each
/// tenant's last published run is young enough. Probes carry no key, so that only whoever may see the dashboard is told why.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    public static void Map(WebApplication app, EtlOptions options)
    {
        app.MapGet("/healthz/live", () => Results.Text("live\n")).AllowAnonymous();
        app.MapGet("/healthz/ready", async (HttpContext http, StandingBoard board, TimeProvider clock, CancellationToken cancellationToken) =>
        {
            var faults = Faults(await board.ReadAsync(MaxAge, cancellationToken), options, clock.GetUtcNow()).ToList();
            var isTold = !options.Dashboard.IsProtected || http.User.Identity?.IsAuthenticated == true;
            var text = faults.Count == 0 ? "ready\n" : "not ready\n" + (isTold ? string.Concat(faults.Select(fault => fault + "\n")) : "");
            return Results.Text(text, statusCode: faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }

    private static IEnumerable<string> Faults(StandingReport report, EtlOptions options, DateTimeOffset now)
    {
        if (report.Fault is { } fault) yield return fault;
        foreach (var standing in report.Tenants)
            if (standing.PublishedAsOf is not { } asOf)
                yield return $"{standing.Tenant}: nothing is published yet.";
            else if ((now - asOf).TotalHours > options.Health.MaxAgeHours)
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{standing.Tenant}: what was last published is as of {(now - asOf).TotalHours:0.0} hours ago; the limit is {options.Health.MaxAgeHours}.");
    }
}
