using Etl.Pipeline.Configuration;
using Etl.Pipeline.Retention;
using Etl.Warehouse;
using Quartz;

namespace Etl.Pipeline.Scheduling;

/// <summary>Removes what is older than its limit, as <c>etl retain</c> does.</summary>
[DisallowConcurrentExecution]
public sealed class RetentionJob(EtlOptions options, IWarehouse warehouse, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await new RetentionRun(options, warehouse, clock).RunAsync(dryRun: false, cancellationToken);
}
