using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Warehouse;
using Etl.Warehouse.Runs;

namespace Etl.Pipeline;

/// <summary>
/// The claim of a run, or of a replay, on its tenant. Two at once would each mark the other's line of the journal as interrupted, and
/// read Graph twice for one day.
/// </summary>
internal sealed class TenantClaim : IAsyncDisposable
{
    private readonly IWarehouse _warehouse;
    private readonly string _tenant;
    private IClaim _claim;

    private TenantClaim(IWarehouse warehouse, string tenant, IClaim claim)
    {
        _warehouse = warehouse;
        _tenant = tenant;
        _claim = claim;
    }

    /// <param name="patience">How long to wait for whoever has it; null for as long as it takes.</param>
    public static async Task<TenantClaim> TakeAsync(IWarehouse warehouse, string tenant, TimeSpan? patience, CancellationToken cancellationToken)
    {
        var claim = await warehouse.TryClaimAsync(tenant, patience, cancellationToken) ?? throw new EtlException(Stage.Load,
            $"{tenant} is being run by another process; waited {patience?.TotalSeconds:0} s for it. Run again when that has finished.")
        {
            IsTransient = true,
        };
        return new TenantClaim(warehouse, tenant, claim);
    }

    /// <summary>
    /// On a server the claim goes with the connection that holds it, as in a restart or a failover, and then another process may run the
    /// tenant. It is taken again unless one has, which would have marked this run's line of the journal as interrupted.
    /// </summary>
    public async Task RegainAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (await _claim.IsHeldAsync(cancellationToken)) return;
        var lost = _claim;
        _claim = await _warehouse.TryClaimAsync(_tenant, TimeSpan.Zero, cancellationToken) ?? throw Lost();
        await lost.DisposeAsync();
        if ((await new RunJournal(_warehouse).RunningAsync(_tenant, cancellationToken))?.RunId != run.RunId) throw Lost();
    }

    public async Task EnsureHeldAsync(CancellationToken cancellationToken)
    {
        if (!await _claim.IsHeldAsync(cancellationToken)) throw Lost();
    }

    public ValueTask DisposeAsync() => _claim.DisposeAsync();

    private static EtlException Lost() => new(Stage.Load,
        "The claim on the tenant was lost together with a connection to the warehouse, so that another process may be running it by now. "
        + "Nothing was published; run again.")
    {
        IsTransient = true,
    };
}
