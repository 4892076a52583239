using Etl.Extract.Graph;
using Etl.Model.Diagnosis;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;

namespace Etl.Pipeline.Diagnosis;

/// <summary>
/// Looks at everything that runs and the service will need, with the parts that they work with, and changes nothing: no warehouse, no
/// archive, no folder is made. Findings come as they are made; one check that fails does not stop the others.
/// </summary>
public sealed class Examination(EtlOptions options, TimeProvider clock)
{
    public async Task ExamineAsync(IReadOnlyList<TenantOptions> tenants, Action<Finding> tell, CancellationToken cancellationToken)
    {
        Tell(RulesCheck.Of(options.Tables));
        foreach (var tenant in tenants)
        {
            var asksPrimaryUser = options.Privacy.PrimaryUser != PrimaryUserPrivacy.Drop;
            Tell(await new GraphExamination(tenant.Graph, asksPrimaryUser, clock).ExamineAsync(cancellationToken), tenant);
            Tell(await new AdCheck(tenant.ActiveDirectory, options.Quality, clock).ExamineAsync(cancellationToken), tenant);
            Tell([ScheduleCheck.Of(options, tenant, clock.GetUtcNow())], tenant);
        }

        Tell(await WarehouseFactory.CreateExamination(options.Warehouse, clock).ExamineAsync(cancellationToken));
        Tell(FolderCheck.Of(options));
        Tell(ScheduleCheck.OfOthers(options, clock.GetUtcNow()));
        Tell(await new DashboardCheck(options.Dashboard, clock).ExamineAsync(cancellationToken));

        void Tell(IEnumerable<Finding> findings, TenantOptions? tenant = null)
        {
            foreach (var finding in findings) tell(finding with { Tenant = tenant?.Name });
        }
    }
}
