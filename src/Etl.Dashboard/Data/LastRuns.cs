namespace Etl.Dashboard.Data;

/// <summary>
/// The last run of each tenant that has ended. It is asked for beside the pages: they go on with what was known, so that a warehouse
/// that is being written keeps nobody waiting for a page that is already rendered.
/// </summary>
/// <param name="ask">Reads it of a tenant; null where none has ended.</param>
public sealed class LastRuns(TimeProvider clock, Func<string, Task<RunRow?>> ask)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (RunRow? Run, long Asked)> _known = [];
    private readonly Dictionary<string, Task<RunRow?>> _asking = [];

    public Task<RunRow?> OfAsync(string tenant)
    {
        lock (_lock)
        {
            var isKnown = _known.TryGetValue(tenant, out var known);
            if (isKnown && clock.GetElapsedTime(known.Asked) < AskAgainAfter) return Task.FromResult(known.Run);
            if (!_asking.TryGetValue(tenant, out var asking)) _asking[tenant] = asking = Task.Run(() => AskAsync(tenant));
            return isKnown ? Task.FromResult(known.Run) : asking;
        }
    }

    private async Task<RunRow?> AskAsync(string tenant)
    {
        try
        {
            var run = await ask(tenant);
            lock (_lock) _known[tenant] = (run, clock.GetTimestamp());
            return run;
        }
        finally
        {
            lock (_lock) _asking.Remove(tenant);
        }
    }
}
