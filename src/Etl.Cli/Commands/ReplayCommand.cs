using System.CommandLine;
using System.Globalization;
using Etl.Model.Errors;
using Etl.Pipeline;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Replay;
using Etl.Warehouse;

namespace Etl.Cli.Commands;

/// <summary><c>etl replay</c>: a day of a tenant and all later ones, rebuilt from the archive with the rules of today.</summary>
internal static class ReplayCommand
{
    private static readonly Option<DateOnly?> From = Arguments.Date("--from", "The first day to rebuild.");
    private static readonly Option<string?> Tenant = Arguments.Tenant("This tenant. Needed where the configuration has several.");

    public static Command Create(CommandContext context)
    {
        From.Required = true;
        var command = new Command("replay", "Rebuild days from the archive.") { From, Tenant };
        command.SetAction((arguments, cancellationToken) => ReplayAsync(context, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> ReplayAsync(CommandContext context, ParseResult arguments, CancellationToken cancellationToken)
    {
        var options = CommandContext.LoadWithoutSignIn(arguments);
        var tenant = Choose(options, arguments.GetValue(Tenant));
        var replay = new TenantReplay(options, tenant, WarehouseFactory.Create(options.Warehouse, context.Clock), context.Clock);
        var results = await replay.RunAsync(arguments.GetValue(From)!.Value, result => context.Error.WriteLine(Line(result)), cancellationToken);
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{tenant.Name}: {(results.Count == 1 ? "1 day" : $"{results.Count} days")} rebuilt, {results[0].Run.SnapshotDate:yyyy-MM-dd} to {results[^1].Run.SnapshotDate:yyyy-MM-dd}."));
        return ExitCodes.Done;
    }

    private static TenantOptions Choose(EtlOptions options, string? named) => Tenants.Choose(options, named) is [var tenant]
        ? tenant
        : throw new ConfigurationException(
            $"The configuration has several tenants: name one with --tenant ({string.Join(", ", options.Tenants.Select(t => t.Name))}).");

    private static string Line(TenantRunResult result) => string.Create(CultureInfo.InvariantCulture,
        $"{result.Run.Tenant} {result.Run.SnapshotDate:yyyy-MM-dd}: rebuilt, {result.Devices:N0} devices, {result.Covered:N0} of {result.InScope:N0} covered");
}
