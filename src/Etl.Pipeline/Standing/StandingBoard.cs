using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;
using Etl.Warehouse.Reports;
using Etl.Warehouse.Runs;

namespace Etl.Pipeline.Standing;

/// <summary>How the tenants stand: read from the warehouse, kept for those who ask again and again until a run of this process ends.</summary>
public sealed class StandingBoard(EtlOptions options, IWarehouse warehouse, TimeProvider clock) : IRunObserver, IDisposable
{
    private const int RunsLookedAt = 5;

    private readonly RunJournal _journal = new(warehouse.ForOnlookers);
    private readonly ReportQueries _queries = new(warehouse.ForOnlookers);
    private readonly SemaphoreSlim _reading = new(1);
    private int _ended;
    private int _endedWhenRead;

    /// <summary>What was last read; nothing before the first time.</summary>
    public StandingReport Last { get; private set; } = new() { Read = DateTimeOffset.MinValue };

    /// <summary>What was read at most <paramref name="maxAge"/> ago, else read now. A warehouse that cannot be read is a report too.</summary>
    public async Task<StandingReport> ReadAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var ended = Volatile.Read(ref _ended);
            if (clock.GetUtcNow() - Last.Read > maxAge || ended != _endedWhenRead) (Last, _endedWhenRead) = (await ReadAsync(cancellationToken), ended);
            return Last;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Ended(RunRecord run) => Interlocked.Increment(ref _ended);

    public void Started(RunRecord run)
    {
    }

    public void Read(SourceProgress progress)
    {
    }

    public void Loaded(long rows, long total)
    {
    }

    public void Warned(string sentence)
    {
    }

    public void Dispose() => _reading.Dispose();

    private async Task<StandingReport> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            List<TenantStanding> standings = [];
            foreach (var tenant in options.Tenants) standings.Add(await ReadAsync(tenant.Name, cancellationToken));
            return new StandingReport { Read = clock.GetUtcNow(), Tenants = standings };
        }
        catch (EtlException e)
        {
            return new StandingReport { Read = clock.GetUtcNow(), Fault = e.Message };
        }
    }

    private async Task<TenantStanding> ReadAsync(string tenant, CancellationToken cancellationToken)
    {
        var runs = await _journal.ListAsync(tenant, RunsLookedAt, cancellationToken);
        var published = await _journal.LastPublishedAsync(tenant, cancellationToken);
        var days = await _queries.CoverageTotalsAsync(tenant, cancellationToken);
        return new TenantStanding
        {
            Tenant = tenant,
            LastRun = runs.FirstOrDefault(run => run.State != RunState.Running && !run.IsTakenBack),
            PublishedAsOf = published?.AsOf,
            Latest = days.Count > 0 ? days[^1] : null,
        };
    }
}
