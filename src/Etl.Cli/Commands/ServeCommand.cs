using System.CommandLine;
using Etl.Cli.Serving;

namespace Etl.Cli.Commands;

/// <summary><c>etl serve</c>: what is left running. Scheduler, dashboard, health and metrics until it is told to stop.</summary>
internal sealed class ServeCommand : Command
{
    private ServeCommand()
        : base("serve", "Run on schedule, with dashboard, health and metrics, until stopped.")
    {
    }

    public static Command Create(CommandContext context)
    {
        var command = new ServeCommand();
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var options = CommandContext.LoadConfiguration(arguments);
            await using var service = Service.Build(options, context.Clock);
            await Service.StartAsync(service, options, cancellationToken);
            await service.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }
}
