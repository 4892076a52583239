using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Etl.Load.Tests;

/// <summary>
/// The entry that xunit generates, with the publish before it. A module initializer would do for DuckDB; a publish to a server goes on in
/// threads that wait for its end.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (await PublishingProcess.TryPublishAsync()) return 0;
        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
