using System.CommandLine;
using Etl.Cli.Output;
using Etl.Warehouse;
using Etl.Warehouse.Reports;

namespace Etl.Cli.Commands;

/// <summary><c>etl status</c>: coverage and freshness at a glance.</summary>
internal static class StatusCommand
{
    private static readonly Option<string?> Tenant = Arguments.Tenant("This tenant only.");
    private static readonly Option<bool> Json = Arguments.Json();

    public static Command Create(CommandContext context)
    {
        var command = new Command("status", "Show coverage and freshness.") { Tenant, Json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var options = CommandContext.LoadWithoutSignIn(arguments);
            var queries = new ReportQueries(WarehouseFactory.Create(options.Warehouse, context.Clock));
            var tenant = arguments.GetValue(Tenant);
            var status = await StatusSnapshot.ReadAsync(queries, tenant, cancellationToken);
            if (tenant is not null && status.Days.Count == 0 && !Tenants.IsConfigured(options, tenant))
                Tenants.EnsureNoOther(tenant, "published day", (await queries.CoverageTotalsAsync(tenant: null, cancellationToken)).Select(day => day.Tenant));
            if (arguments.GetValue(Json)) JsonOutput.Write(context.Output, status);
            else CoverageReport.Write(context.Screen, status, options.Rules.CoverageTarget, context.Clock.GetUtcNow());
            return ExitCodes.Done;
        });
        return command;
    }
}
