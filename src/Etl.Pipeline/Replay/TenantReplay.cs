using Etl.Extract.Archive;
using Etl.Load;
using Etl.Model.Errors;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;

namespace Etl.Pipeline.Replay;

/// <summary>
/// Rebuilds a day of a tenant and all later ones from the archive, with the rules of today: takes them away in one transaction, then
/// puts them back, one transaction a day. Readers see a shorter history that grows, never half a day. Killed, it is run again.
/// </summary>
public sealed class TenantReplay(EtlOptions options, TenantOptions tenant, IWarehouse warehouse, TimeProvider clock)
{
    /// <summary>How long to wait for a run of the tenant to end.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Every archive is verified before anything is taken away, and no run of the tenant comes in between. Tells of each day that is back.
    /// </summary>
    /// <exception cref="EtlException">
    /// A day has no archive, or a damaged one, and nothing was changed; or a day could not be published, and it and later ones are away.
    /// </exception>
    public async Task<IReadOnlyList<TenantRunResult>> RunAsync(
        DateOnly from, Action<TenantRunResult> rebuilt, CancellationToken cancellationToken)
    {
        await using var claim = await TenantClaim.TakeAsync(warehouse, tenant.Name, Patience, cancellationToken);
        var published = await PublishedAsync(cancellationToken);
        var plan = ReplayPlan.Make(options.Archive.Path, tenant.Name, from, published);
        foreach (var archived in plan) await VerifyAsync(archived, cancellationToken);

        await new DeviceLoader(warehouse, clock).TakeBackAsync(tenant.Name, from, cancellationToken);
        var results = new List<TenantRunResult>();
        foreach (var archived in plan)
        {
            using (archived) results.Add(await RebuildAsync(archived, moreDaysFollow: archived != plan[^1], claim, cancellationToken));
            rebuilt(results[^1]);
        }

        return results;
    }

    private async Task<IReadOnlyList<SnapshotRun>> PublishedAsync(CancellationToken cancellationToken)
    {
        if (!await warehouse.ExistsAsync(cancellationToken)) return [];
        await warehouse.EnsureCurrentAsync(cancellationToken);
        return await SnapshotRuns.ReadAsync(warehouse, tenant.Name, cancellationToken);
    }

    private async Task<TenantRunResult> RebuildAsync(
        ArchivedRun archived, bool moreDaysFollow, TenantClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await new TenantRun(options, tenant, warehouse, clock, NoObserver.Instance)
                .RebuildAsync(archived, moreDaysFollow, claim, cancellationToken);
        }
        catch (EtlException e)
        {
            var day = archived.Manifest.SnapshotDate;
            throw new EtlException(e.Stage,
                $"{e.Message} {tenant.Name} is without its days from {day:yyyy-MM-dd} on until `etl replay --from {day:yyyy-MM-dd} --tenant {tenant.Name}` has put them back.", e)
            {
                IsTransient = e.IsTransient,
            };
        }
    }

    private static async Task VerifyAsync(ArchivedRun archived, CancellationToken cancellationToken)
    {
        try
        {
            await archived.VerifyAsync(cancellationToken);
        }
        catch (EtlException e)
        {
            throw new EtlException(e.Stage, $"{archived.Manifest.Tenant} {archived.Manifest.SnapshotDate:yyyy-MM-dd}: {e.Message} Nothing was taken away.", e);
        }
    }
}
