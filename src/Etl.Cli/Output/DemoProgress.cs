using System.Globalization;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Pipeline;
using Spectre.Console;

namespace Etl.Cli.Output;

/// <summary>Progress of the demo: one bar over all days, or a line every ten days where there is no terminal.</summary>
internal static class DemoProgress
{
    private const int DaysPerLine = 10;

    public static async Task WatchAsync(CommandContext context, int days, Func<Action<TenantRunResult>, Task> work)
    {
        if (!context.IsProgressOnTerminal)
        {
            var done = 0;
            await work(result =>
            {
                if (++done % DaysPerLine == 0 || done == days) context.Error.WriteLine($"day {done} of {days}: {Describe(result)}");
            });
            return;
        }

        await context.ProgressScreen.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask("day 1", maxValue: days);
                await work(result =>
                {
                    task.Increment(1);
                    task.Description = Describe(result);
                });
            });
    }

    private static string Describe(TenantRunResult result)
    {
        if (result.Run.State != RunState.Published)
            throw new EtlException(Stage.Load, $"The run of {result.Run.SnapshotDate:yyyy-MM-dd} was not published: {result.Run.Error}");
        return string.Create(CultureInfo.InvariantCulture,
            $"{result.Run.SnapshotDate:yyyy-MM-dd}: {result.Devices:N0} devices, {Share.Percent(Share.Of(result.Covered, result.InScope), "–")} covered");
    }
}
