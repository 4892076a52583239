using System.Globalization;
using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline;
using Spectre.Console;

namespace Etl.Cli.Output;

/// <summary>Progress on a terminal: a bar a source and one for the load, with pages, rows, rate and the time left.</summary>
internal sealed class ProgressBars : IRunObserver
{
    private readonly ProgressContext _context;
    private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly IAnsiConsole _screen;

    private ProgressBars(ProgressContext context, IAnsiConsole screen)
    {
        _context = context;
        _screen = screen;
    }

    public static Task<T> WatchAsync<T>(IAnsiConsole screen, Func<IRunObserver, Task<T>> run) => screen.Progress()
        .AutoClear(false)
        .HideCompleted(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(context => run(new ProgressBars(context, screen)));

    public void Started(RunRecord run) =>
        _screen.MarkupLine(Markup.Escape(Text($"{run.Tenant}: run {run.RunId:D} as of {run.AsOf.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}")));

    public void Read(SourceProgress progress)
    {
        var task = TaskOf(progress.Source.ToString());
        var rate = progress.Rows / Math.Max(0.001, task.ElapsedTime?.TotalSeconds ?? 0);
        task.Description = Text($"{progress.Source}: {progress.Pages:N0} pages, {progress.Rows:N0} rows, {rate:N0} rows/s");
        Set(task, progress.Rows, progress.ExpectedRows);
    }

    public void Loaded(long rows, long total)
    {
        foreach (var source in Enum.GetNames<SourceKind>()) Finish(source);
        var task = TaskOf("Load");
        task.Description = Text($"Load: {rows:N0} of {total:N0} devices");
        Set(task, rows, total);
    }

    public void Warned(string sentence) => _screen.MarkupLine(Markup.Escape(sentence));

    public void Ended(RunRecord run)
    {
        lock (_lock)
        {
            foreach (var task in _tasks.Values)
            {
                if (run.State is RunState.Published or RunState.NothingToDo or RunState.Held) Complete(task);
                task.StopTask();
            }
        }
    }

    private void Finish(string name)
    {
        lock (_lock)
            if (_tasks.TryGetValue(name, out var task)) Complete(task);
    }

    private static void Complete(ProgressTask task)
    {
        task.IsIndeterminate = false;
        task.Value = task.MaxValue;
    }

    private ProgressTask TaskOf(string name)
    {
        lock (_lock)
        {
            if (!_tasks.TryGetValue(name, out var task)) _tasks[name] = task = _context.AddTask(name);
            return task;
        }
    }

    private static void Set(ProgressTask task, long rows, long? total)
    {
        task.IsIndeterminate = total is null;
        if (total is { } most) task.MaxValue = Math.Max(1, Math.Max(most, rows));
        task.Value = rows;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
