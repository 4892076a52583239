using Etl.Benchmarks.Measuring;
using Etl.Model.Runs;
using Etl.Pipeline;
using Etl.Warehouse;

namespace Etl.Benchmarks.Variants;

/// <summary>What <c>etl run</c> does, into an empty warehouse, archive included.</summary>
internal sealed class WholeRun : Variant
{
    public override async Task<VariantFigures> MeasureAsync(VariantInput input, CancellationToken cancellationToken)
    {
        var clock = new StageClock();
        var workplace = new Workplace(input.Tenant);
        var options = workplace.Options;
        var warehouse = WarehouseFactory.Create(options.Warehouse, TimeProvider.System);
        var run = new TenantRun(options, options.Tenants[0], warehouse, TimeProvider.System, new NoObserver());
        var result = await run.RunAsync(new RunRequest { AsOf = input.Tenant.SnapshotInstant }, cancellationToken);
        clock.End("whole run", input.Tenant.Records);
        return result.Run.State == RunState.Published
            ? clock.ToFigures(result.Devices)
            : throw new InvalidOperationException($"The run was not published: {result.Run.Error}");
    }
}
