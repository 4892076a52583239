using Etl.Pipeline;

namespace Etl.Cli.Output;

/// <summary>Progress of a run: bars on a terminal, plain lines elsewhere.</summary>
internal static class RunObservers
{
    public static Task<T> WatchAsync<T>(CommandContext context, Func<IRunObserver, Task<T>> run) =>
        context.IsProgressOnTerminal
            ? ProgressBars.WatchAsync(context.ProgressScreen, run)
            : run(new ProgressLines(context.Error, context.Clock));
}
