namespace Etl.Cli.Tests;

/// <summary>The program in this process, with what it wrote.</summary>
internal sealed record Cli(int ExitCode, string Output, string Error)
{
    public static async Task<Cli> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await EtlProgram.RunAsync(arguments, TimeProvider.System, output, error);
        return new Cli(exitCode, output.ToString(), error.ToString());
    }
}
