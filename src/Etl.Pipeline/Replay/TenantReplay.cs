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
    /// <summary>Every archive is verified before anything is taken away. Tells of each day that is back.</summary>
    /// <exception cref="EtlException">A day has no archive, or a damaged one, and nothing was changed; or a day could not be published.</exception>
    public async Task<IReadOnlyList<TenantRunResult>> RunAsync(
        DateOnly from, Action<TenantRunResult> rebuilt, CancellationToken cancellationToken)
    {
        var published = await warehouse.ExistsAsync(cancellationToken)
            ? await SnapshotRuns.ReadAsync(warehouse, tenant.Name, cancellationToken)
            : [];
        var plan = ReplayPlan.Make(options.Archive.Path, tenant.Name, from, published);
        foreach (var archived in plan) await VerifyAsync(archived, cancellationToken);

        await new DeviceLoader(warehouse, clock).TakeBackAsync(tenant.Name, from, cancellationToken);
        var results = new List<TenantRunResult>();
        foreach (var archived in plan)
        {
            using (archived)
            {
                var run = new TenantRun(options, tenant, warehouse, clock, NoObserver.Instance);
                results.Add(await run.RebuildAsync(archived, moreDaysFollow: archived != plan[^1], cancellationToken));
            }

            rebuilt(results[^1]);
        }

        return results;
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
