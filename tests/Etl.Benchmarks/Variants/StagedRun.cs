using Etl.Benchmarks.Measuring;
using Etl.Extract;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Archive;
using Etl.Extract.Graph;
using Etl.Load;
using Etl.Model.Runs;
using Etl.Transform;
using Etl.Transform.Classification;
using Etl.Transform.Matching;
using Etl.Warehouse;

namespace Etl.Benchmarks.Variants;

/// <summary>
/// The pieces of the whole run, one after the other instead of the sources at once, so that each can be measured. It leaves out what
/// is small: the gate, the journal's first entry, the history of an empty warehouse.
/// </summary>
internal sealed class StagedRun : Variant
{
    private readonly StageClock _clock = new();

    public override async Task<VariantFigures> MeasureAsync(VariantInput input, CancellationToken cancellationToken)
    {
        var workplace = new Workplace(input.Tenant);
        var inventories = await ReadAsync(workplace, input, cancellationToken);
        var options = workplace.Options;
        var transformer = new DeviceTransformer(options.Rules, new EnrollmentMethodTable(options.Tables.Methods), options.Tables.Exclusions);
        var result = transformer.Transform(inventories, input.Tenant.SnapshotInstant, _ => false);
        _clock.End("match and classify", result.DeviceCount);

        var loader = new DeviceLoader(WarehouseFactory.Create(options.Warehouse, TimeProvider.System), TimeProvider.System);
        var publication = new Publication
        {
            Run = NewRun(workplace, input),
            Devices = result.Devices,
            Methods = result.Methods,
            GapReasons = options.Tables.GapReasons,
        };
        await loader.PublishAsync(publication, new StagingEnd(_clock, result.DeviceCount), cancellationToken);
        _clock.End("check and publish", result.DeviceCount);
        return _clock.ToFigures(result.DeviceCount);
    }

    private async Task<Inventories> ReadAsync(Workplace workplace, VariantInput input, CancellationToken cancellationToken)
    {
        var inventories = new Inventories();
        var archive = RunArchive.In(workplace.Options.Archive.Path);
        var tenant = workplace.Options.Tenants[0];
        using var graph = new GraphConnection(tenant.Graph, TimeProvider.System);
        var entra = await ReadAsync(new EntraDeviceSource(graph, archive), inventories.Entra.Add, cancellationToken);
        _clock.End("extract Entra", entra);
        var intune = await ReadAsync(new ManagedDeviceSource(graph, archive, withPrimaryUser: true), inventories.Intune.Add, cancellationToken);
        _clock.End("extract Intune", intune);
        var directory = new AdComputerSource(tenant.ActiveDirectory!, archive, input.Tenant.SnapshotInstant);
        _clock.End("extract AD", await ReadAsync(directory, inventories.ActiveDirectory.Add, cancellationToken));
        return inventories;
    }

    private static async Task<long> ReadAsync<T>(ISource<T> source, Action<T> add, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await foreach (var page in source.ReadAsync(cancellationToken))
        {
            foreach (var record in page.Records) add(record);
            rows += page.RowsRead;
        }

        return rows;
    }

    private static RunRecord NewRun(Workplace workplace, VariantInput input)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new RunRecord
        {
            RunId = Guid.CreateVersion7(now),
            Tenant = workplace.Options.Tenants[0].Name,
            AsOf = input.Tenant.SnapshotInstant,
            SnapshotDate = workplace.Options.Warehouse.DayOf(input.Tenant.SnapshotInstant),
            State = RunState.Running,
            Started = now,
        };
    }

    // Devices are classified while they are staged; the last report says that all of them are.
    private sealed class StagingEnd(StageClock clock, long devices) : IProgress<long>
    {
        private bool _isOver;

        public void Report(long value)
        {
            if (value < devices || _isOver) return;
            _isOver = true;
            clock.End("write out and stage", devices);
        }
    }
}
