using System.CommandLine;
using Etl.Warehouse;

namespace Etl.Cli.Commands;

/// <summary><c>etl migrate</c>: creates the warehouse or brings it up to this version.</summary>
internal static class MigrateCommand
{
    private static readonly Option<bool> Script = new("--script") { Description = "Print the SQL for a database administrator instead." };

    public static Command Create(CommandContext context)
    {
        var command = new Command("migrate", "Create or upgrade the warehouse.") { Script };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var warehouse = WarehouseFactory.Create(CommandContext.LoadWithoutSignIn(arguments).Warehouse, context.Clock);
            if (arguments.GetValue(Script))
            {
                await context.Output.WriteLineAsync(warehouse.MigrationScript().TrimEnd());
                return ExitCodes.Done;
            }

            var applied = await warehouse.MigrateAsync(cancellationToken);
            foreach (var script in applied.Scripts) await context.Output.WriteLineAsync(script);
            foreach (var note in applied.Notes) await context.Output.WriteLineAsync(note);
            await context.Output.WriteLineAsync(applied.Scripts.Count == 0 ? "The warehouse is current." : $"{applied.Scripts.Count} scripts applied.");
            return ExitCodes.Done;
        });
        return command;
    }
}
