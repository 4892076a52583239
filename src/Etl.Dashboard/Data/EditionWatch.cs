using Dapper;
using Etl.Warehouse;

namespace Etl.Dashboard.Data;

/// <summary>
/// Which edition the warehouse shows. It is asked once a second at most, however many want to know. While it is asked, and while what
/// most people look at is read of a new edition, they go on with the one before.
/// </summary>
/// <param name="prepare">Reads of a new edition what many will ask for at once.</param>
public sealed class EditionWatch(IWarehouse warehouse, TimeProvider clock, Func<Edition, Task> prepare)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GoOnFor = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private Task<Edition>? _asking;
    private (Edition Edition, long Asked)? _last;

    public Task<Edition> CurrentAsync()
    {
        lock (_lock)
        {
            var age = _last is { } known ? clock.GetElapsedTime(known.Asked) : TimeSpan.MaxValue;
            if (age >= AskAgainAfter) _asking ??= Task.Run(AskAsync);
            return age < GoOnFor ? Task.FromResult(_last!.Value.Edition) : _asking!;
        }
    }

    /// <summary>For whoever has seen that the current one is over.</summary>
    public Task<Edition> NextAsync()
    {
        lock (_lock) return _asking ??= Task.Run(AskAsync);
    }

    public static Task<Edition> ReadAsync(WarehouseSession session) =>
        session.Connection.QuerySingleAsync<Edition>(session.Scripts["queries/dashboard_edition.sql"]);

    private async Task<Edition> AskAsync()
    {
        try
        {
            // For all who wait: one that goes away must not take the answer from the others.
            var edition = await warehouse.UseAsync(WarehouseAccess.Read, ReadAsync, CancellationToken.None);
            if (IsLookedAt(out var shown) && shown != edition) await prepare(edition);
            lock (_lock) _last = (edition, clock.GetTimestamp());
            return edition;
        }
        finally
        {
            lock (_lock) _asking = null;
        }
    }

    // Who comes first in the morning waits for their own page only.
    private bool IsLookedAt(out Edition? shown)
    {
        lock (_lock)
        {
            shown = _last?.Edition;
            return _last is { } known && clock.GetElapsedTime(known.Asked) < GoOnFor;
        }
    }
}
