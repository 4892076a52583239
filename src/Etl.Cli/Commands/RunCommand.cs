using System.CommandLine;
using Etl.Cli.Output;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Pipeline;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;

namespace Etl.Cli.Commands;

/// <summary><c>etl run</c>: one run of each tenant, or of one. A tenant that fails does not stop the others.</summary>
internal static class RunCommand
{
    private static readonly Option<string?> Tenant = Arguments.Tenant("Run this tenant only.");
    private static readonly Option<DateTimeOffset?> AsOf = Arguments.Instant("--as-of", "The instant that the snapshot describes. Default: now.");
    private static readonly Option<bool> AcceptShrink =
        new("--accept-shrink") { Description = "Publish although a quality gate would hold the run (an empty source is held all the same)." };
    private static readonly Option<bool> DryRun =
        new("--dry-run") { Description = "Read, match and check; write nothing to warehouse or archive." };
    private static readonly Option<bool> Json = Arguments.Json();

    public static Command Create(CommandContext context)
    {
        var command = new Command("run", "Extract, transform and load once.") { Tenant, AsOf, AcceptShrink, DryRun, Json };
        command.SetAction((arguments, cancellationToken) => RunAsync(context, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult arguments, CancellationToken cancellationToken)
    {
        var options = CommandContext.LoadConfiguration(arguments);
        var request = new RunRequest
        {
            AsOf = arguments.GetValue(AsOf),
            AcceptShrink = arguments.GetValue(AcceptShrink),
            DryRun = arguments.GetValue(DryRun),
        };
        var warehouse = WarehouseFactory.Create(options.Warehouse, context.Clock);
        List<TenantRunResult> results = [];
        List<int> codes = [];
        foreach (var tenant in Tenants.Choose(options, arguments.GetValue(Tenant)))
        {
            try
            {
                var result = await RunObservers.WatchAsync(context, observer =>
                    new TenantRun(options, tenant, warehouse, context.Clock, observer).RunAsync(request, cancellationToken));
                results.Add(result);
                codes.Add(result.Run.State == RunState.Held ? ExitCodes.Held : ExitCodes.Done);
                if (!arguments.GetValue(Json)) RunReport.Write(context, result, request, arguments.GetValue(CommandContext.Config));
            }
            catch (EtlException e)
            {
                await context.Error.WriteLineAsync($"{tenant.Name}: {e.Message}");
                codes.Add(e is ConfigurationException ? ExitCodes.WrongConfiguration : ExitCodes.Failed);
            }
        }

        if (arguments.GetValue(Json)) RunReport.WriteJson(context, results);
        return ExitCodes.Worst(codes);
    }
}
