using System.CommandLine;
using Etl.Pipeline.Configuration;
using Spectre.Console;

namespace Etl.Cli;

/// <summary>What every verb works with: the clock, where results and progress go, and which configuration.</summary>
internal sealed class CommandContext(TimeProvider clock, TextWriter output, TextWriter error)
{
    public static readonly Option<string?> Config = new("--config")
    {
        Description = "Configuration file. Default: ./config/appsettings.json, else the one beside the program.",
        Recursive = true,
        HelpName = "PATH",
    };

    public TimeProvider Clock { get; } = clock;

    /// <summary>Results: what a pipe or a file takes.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Progress, warnings and failures.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Results for people, wrapped to the terminal.</summary>
    public IAnsiConsole Screen { get; } = ConsoleFor(output, isTerminal: !Console.IsOutputRedirected && ReferenceEquals(output, Console.Out));

    /// <summary>Progress for people.</summary>
    public IAnsiConsole ProgressScreen { get; } = ConsoleFor(error, IsErrorTerminal(error));

    public bool IsProgressOnTerminal { get; } = IsErrorTerminal(error);

    public static EtlOptions LoadConfiguration(ParseResult arguments) => ConfigurationLoader.Load(arguments.GetValue(Config));

    /// <summary>For a command that reads no Graph: whoever gives it need not have the secret of the app registration.</summary>
    public static EtlOptions LoadWithoutSignIn(ParseResult arguments) => ConfigurationLoader.Load(arguments.GetValue(Config), withSignIn: false);

    private static bool IsErrorTerminal(TextWriter error) => !Console.IsErrorRedirected && ReferenceEquals(error, Console.Error);

    private static IAnsiConsole ConsoleFor(TextWriter writer, bool isTerminal)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal) screen.Profile.Width = 120;
        return screen;
    }
}
