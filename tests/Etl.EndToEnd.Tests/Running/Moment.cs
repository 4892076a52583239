namespace Etl.EndToEnd.Tests.Running;

/// <summary>A moment of a run that can be seen from outside.</summary>
internal sealed class Moment : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TaskCompletionSource _come = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FileSystemWatcher? _watcher;
    private Func<string, bool> _isOnLine = _ => false;
    private volatile bool _isArmed = true;
    private int _left = 1;
    private int _requestsLeft = int.MaxValue;

    /// <summary>Ends when the moment has come, however late that is.</summary>
    public Task Come => _come.Task;

    /// <summary>The server is asked for the so-many-th time.</summary>
    public static Moment OfRequest(int number) => new() { _requestsLeft = number };

    /// <summary>A line of progress holds a text, the so-many-th time.</summary>
    public static Moment OfLine(string text, int times = 1)
    {
        var moment = new Moment { _left = times };
        moment._isOnLine = line => line.Contains(text, StringComparison.Ordinal) && moment.Pass();
        return moment;
    }

    /// <summary>A file of the name appears, the so-many-th time.</summary>
    public static Moment OfFile(string folder, string name, int times)
    {
        var moment = new Moment { _left = times };
        moment.Watch(folder, name, NotifyFilters.FileName).Created += (_, _) => moment.Pass();
        return moment;
    }

    /// <summary>A line of progress holds a text, and then a file of the name is written to.</summary>
    public static Moment OfWriteAfterLine(string folder, string name, string text)
    {
        var moment = new Moment { _isArmed = false };
        moment._isOnLine = line => moment._isArmed |= line.Contains(text, StringComparison.Ordinal);
        var watcher = moment.Watch(folder, name, NotifyFilters.FileName | NotifyFilters.Size);
        watcher.Created += (_, _) => moment.Pass();
        watcher.Changed += (_, _) => moment.Pass();
        return moment;
    }

    /// <summary>Waits for it; where it does not come (a full disk, say), the test fails instead of standing still.</summary>
    public Task WaitAsync() => _come.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public void Requested()
    {
        if (Interlocked.Decrement(ref _requestsLeft) == 0) Pass();
    }

    public void Told(string line) => _isOnLine(line);

    public void Dispose() => _watcher?.Dispose();

    private FileSystemWatcher Watch(string folder, string name, NotifyFilters what) =>
        _watcher = new FileSystemWatcher(folder, name) { NotifyFilter = what, EnableRaisingEvents = true };

    private bool Pass()
    {
        if (_isArmed && Interlocked.Decrement(ref _left) == 0) _come.TrySetResult();
        return true;
    }
}
