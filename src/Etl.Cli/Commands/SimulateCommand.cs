using System.CommandLine;
using Etl.Simulator;

namespace Etl.Cli.Commands;

/// <summary><c>etl simulate</c>: the simulated tenant alone, for trying clients and faults against it.</summary>
internal static class SimulateCommand
{
    private static readonly Option<int> Devices = Arguments.Count("--devices", "Entra devices, roughly.", 5_000, least: 1, most: 5_000_000);
    private static readonly Option<int> Port = Arguments.Count("--port", "Port on loopback; 0 takes any free one.", 0, least: 0, most: 65_535);
    private static readonly Option<int> Seed = Arguments.Count("--seed", "Same seed, same tenant.", 1, least: 0, most: int.MaxValue);
    private static readonly Option<int> Day = Arguments.Count("--day", "How many days the tenant has drifted.", 0, least: 0, most: 3_650);
    private static readonly Option<string> Ad = new("--ad")
    {
        Description = "Where the AD export is written.",
        HelpName = "PATH",
        DefaultValueFactory = _ => Path.Combine("data", "simulated", "ad.csv"),
    };
    private static readonly Option<AdExportFormat> AdFormat = Arguments.Choice("--ad-format", "Which exporter writes it.", AdExportFormat.PowerShell7);
    private static readonly Option<FaultProfile> Faults = Arguments.Choice("--faults", "What goes wrong when lists are read.", FaultProfile.None);
    private static readonly Option<bool> Cache = new("--cache-pages") { Description = "Keep pages as they were sent, for measuring clients." };

    public static Command Create(CommandContext context)
    {
        var command = new Command("simulate", "Serve a simulated tenant: Graph on loopback, and an AD export.")
            { Devices, Port, Seed, Day, Ad, AdFormat, Faults, Cache };
        command.SetAction((arguments, cancellationToken) => ServeAsync(context, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> ServeAsync(CommandContext context, ParseResult arguments, CancellationToken cancellationToken)
    {
        var tenant = new SimulatedTenant(new SimulatorOptions { Devices = arguments.GetValue(Devices), Seed = arguments.GetValue(Seed) });
        var day = tenant.Day(arguments.GetValue(Day));
        var path = Path.GetFullPath(arguments.GetValue(Ad)!);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await AdExport.WriteAsync(day, path, arguments.GetValue(AdFormat), cancellationToken);

        var options = new GraphServerOptions
        {
            Port = arguments.GetValue(Port),
            Faults = arguments.GetValue(Faults),
            CachePages = arguments.GetValue(Cache),
            Clock = context.Clock,
        };
        await using var server = await GraphServer.StartAsync(options, day, cancellationToken);
        await context.Output.WriteLineAsync($"""
            Graph    {server.BaseUrl}
            token    {options.Token}
            AD       {path}
            as of    {day.SnapshotInstant.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}
            records  {day.EntraCount} Entra, {day.IntuneCount} Intune, {day.ActiveDirectoryCount} AD
            Stop with Ctrl+C.
            """);
        await context.Output.FlushAsync(cancellationToken);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how this command ends.
        }

        return ExitCodes.Done;
    }
}
