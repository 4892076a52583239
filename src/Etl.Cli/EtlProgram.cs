using System.CommandLine;
using Etl.Cli.Commands;
using Etl.Model.Errors;

namespace Etl.Cli;

/// <summary>The program <c>etl</c>: its verbs, and what becomes of a failure. One sentence on stderr, an exit code, no stack.</summary>
public static class EtlProgram
{
    private const string StackVariable = "ETL_DEBUG";

    public static async Task<int> RunAsync(string[] arguments, TimeProvider clock, TextWriter output, TextWriter error)
    {
        var context = new CommandContext(clock, output, error);
        var root = new RootCommand("Joined, enrolled, and why not: the device enrolment warehouse for Microsoft Entra, Intune and AD.")
        {
            CommandContext.Config,
            DemoCommand.Create(context),
            RunCommand.Create(context),
            ServeCommand.Create(context),
            ExportCommand.Create(context),
            RunsCommand.Create(context),
            StatusCommand.Create(context),
            DoctorCommand.Create(context),
            MigrateCommand.Create(context),
            ReplayCommand.Create(context),
            RetainCommand.Create(context),
            SimulateCommand.Create(context),
        };

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) await error.WriteLineAsync(fault.Message);
            await error.WriteLineAsync($"Run 'etl {parsed.CommandResult.Command.Name} --help' for what it takes.".Replace("etl etl", "etl", StringComparison.Ordinal));
            return ExitCodes.WrongConfiguration;
        }

        try
        {
            var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            // A service listens for its own signals: it takes its time to stop.
            if (parsed.CommandResult.Command is ServeCommand) invocation.ProcessTerminationTimeout = null;
            return await parsed.InvokeAsync(invocation);
        }
        catch (Exception e)
        {
            return await TellAsync(e, error);
        }
    }

    private static async Task<int> TellAsync(Exception e, TextWriter error)
    {
        var message = e switch
        {
            OperationCanceledException => "Stopped before the end. Nothing half done is left: run it again.",
            EtlException => e.Message,
            IOException or UnauthorizedAccessException => e.Message,
            _ => $"An unexpected fault ({e.GetType().Name}): {e.Message} Set {StackVariable}=1 to see where, and report it.",
        };
        await error.WriteLineAsync(message);
        if (Environment.GetEnvironmentVariable(StackVariable) is { Length: > 0 }) await error.WriteLineAsync(e.ToString());
        return e is ConfigurationException ? ExitCodes.WrongConfiguration : ExitCodes.Failed;
    }
}
