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
            await using var service = Service.Build(CommandContext.LoadConfiguration(arguments), context.Clock);
            await service.RunAsync(cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }
}
