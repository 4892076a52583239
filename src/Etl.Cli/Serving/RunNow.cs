using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;
using Quartz;

namespace Etl.Cli.Serving;

/// <summary><c>POST /api/runs?tenant=NAME</c> with the API key: a run of the tenant now. The one thing that can be done from outside.</summary>
internal static class RunNow
{
    public static void Map(WebApplication app, EtlOptions options) =>
        app.MapPost("/api/runs", async (string? tenant, ISchedulerFactory schedulers, ILoggerFactory logs, CancellationToken cancellationToken) =>
        {
            var chosen = options.Tenants.Where(known => tenant is null || known.Name.Equals(tenant, StringComparison.OrdinalIgnoreCase)).ToList();
            if (chosen.Count == 0) return Results.Text($"There is no tenant '{tenant}'.\n", statusCode: StatusCodes.Status404NotFound);
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            foreach (var known in chosen)
            {
                logs.CreateLogger(typeof(RunNow)).LogInformation("{Tenant}: a run is asked for", known.Name);
                await scheduler.TriggerJob(Schedule.KeyOf(known), cancellationToken);
            }

            return Results.Text("accepted\n", statusCode: StatusCodes.Status202Accepted);
        }).RequireAuthorization(ApiKeyHandler.Operator);
}
