using Dapper;
using Etl.Warehouse;

namespace Etl.Export;

/// <summary>Which run published a day.</summary>
internal sealed class PublishedRuns
{
    private readonly Dictionary<(string Tenant, DateOnly Day), Guid> _runs;

    private PublishedRuns(IEnumerable<PublishedRun> runs) => _runs = runs.ToDictionary(run => (run.Tenant, run.SnapshotDate), run => run.RunId);

    public static async Task<PublishedRuns> ReadAsync(WarehouseSession session, CancellationToken cancellationToken) =>
        new(await session.Connection.QueryAsync<PublishedRun>(new CommandDefinition(
            session.Scripts["queries/published_runs.sql"], cancellationToken: cancellationToken)));

    /// <summary>Null where the journal no longer has the run.</summary>
    public Guid? Of(SnapshotDay day) => _runs.TryGetValue((day.Tenant, day.SnapshotDate), out var run) ? run : null;

    private sealed record PublishedRun
    {
        public required string Tenant { get; init; }
        public required DateOnly SnapshotDate { get; init; }
        public required Guid RunId { get; init; }
    }
}
