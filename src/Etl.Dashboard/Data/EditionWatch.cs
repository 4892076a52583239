using Dapper;
using Etl.Warehouse;

namespace Etl.Dashboard.Data;

/// <summary>
/// Which edition the warehouse shows. It is asked once a second at most, however many want to know; while it is asked, they go on with
/// what it said a few seconds before.
/// </summary>
public sealed class EditionWatch(IWarehouse warehouse, TimeProvider clock)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GoOnFor = TimeSpan.FromSeconds(5);

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

    /// <summary>What is known is out of date: whoever asks next waits for the answer.</summary>
    public void Forget()
    {
        lock (_lock) _last = null;
    }

    public static Task<Edition> ReadAsync(WarehouseSession session) =>
        session.Connection.QuerySingleAsync<Edition>(session.Scripts["queries/dashboard_edition.sql"]);

    private async Task<Edition> AskAsync()
    {
        try
        {
            var asked = clock.GetTimestamp();
            // For all who wait: one that goes away must not take the answer from the others.
            var edition = await warehouse.UseAsync(WarehouseAccess.Read, ReadAsync, CancellationToken.None);
            lock (_lock) _last = (edition, asked);
            return edition;
        }
        finally
        {
            lock (_lock) _asking = null;
        }
    }
}
