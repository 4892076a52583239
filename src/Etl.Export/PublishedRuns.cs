using Dapper;
using Etl.Warehouse;

namespace Etl.Export;

/// <summary>Which publish of which run a day is of: a replay publishes the same run once more.</summary>
internal sealed class PublishedRuns
{
    private readonly Dictionary<(string Tenant, DateOnly Day), string> _runs;

    private PublishedRuns(IEnumerable<PublishedRun> runs) => _runs = runs.ToDictionary(run => (run.Tenant, run.SnapshotDate), run => run.Publish);

    public static async Task<PublishedRuns> ReadAsync(WarehouseSession session, CancellationToken cancellationToken) =>
        new(await session.Connection.QueryAsync<PublishedRun>(new CommandDefinition(
            session.Scripts["queries/published_runs.sql"], cancellationToken: cancellationToken)));

    /// <summary>Null where the journal no longer has the run.</summary>
    public string? Of(SnapshotDay day) => _runs.GetValueOrDefault((day.Tenant, day.SnapshotDate));

    private sealed record PublishedRun
    {
        public required string Tenant { get; init; }
        public required DateOnly SnapshotDate { get; init; }
        public required Guid RunId { get; init; }
        public required DateTimeOffset EndedUtc { get; init; }

        public string Publish => FormattableString.Invariant($"{RunId} {EndedUtc:O}");
    }
}
