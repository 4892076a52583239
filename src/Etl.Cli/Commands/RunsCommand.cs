using System.CommandLine;
using Etl.Cli.Output;
using Etl.Warehouse;
using Etl.Warehouse.Runs;

namespace Etl.Cli.Commands;

/// <summary><c>etl runs</c>: the journal, newest first.</summary>
internal static class RunsCommand
{
    private const int MostRuns = 10_000;
    private static readonly Option<string?> Tenant = Arguments.Tenant("Runs of this tenant only.");
    private static readonly Option<int> Limit = Arguments.Count("--limit", "How many runs.", standard: 20, least: 1, most: MostRuns);
    private static readonly Option<bool> Json = Arguments.Json();

    public static Command Create(CommandContext context)
    {
        var command = new Command("runs", "Show the latest runs.") { Tenant, Limit, Json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var options = CommandContext.LoadWithoutSignIn(arguments);
            var journal = new RunJournal(WarehouseFactory.Create(options.Warehouse, context.Clock));
            var tenant = arguments.GetValue(Tenant);
            var runs = await journal.ListAsync(tenant, arguments.GetValue(Limit), cancellationToken);
            if (tenant is not null && runs.Count == 0 && !Tenants.IsConfigured(options, tenant))
                Tenants.EnsureNoOther(tenant, "run", (await journal.ListAsync(tenant: null, MostRuns, cancellationToken)).Select(run => run.Tenant));
            if (arguments.GetValue(Json)) JsonOutput.Write(context.Output, runs);
            else RunList.Write(context.Screen, runs);
            return ExitCodes.Done;
        });
        return command;
    }
}
