using Etl.Benchmarks.Measuring;
using Etl.Extract;
using Etl.Extract.Archive;
using Etl.Extract.Graph;

namespace Etl.Benchmarks.Variants;

/// <summary>The product's reading of Graph, into records that nobody keeps; without the archive, which the typed SDK has not either.</summary>
internal sealed class PageReading : Variant
{
    public override async Task<VariantFigures> MeasureAsync(VariantInput input, CancellationToken cancellationToken)
    {
        var clock = new StageClock();
        using var graph = new GraphConnection(Workplace.GraphOf(input.Tenant), TimeProvider.System);
        clock.End("read Entra", await CountAsync(new EntraDeviceSource(graph, RunArchive.Disabled), cancellationToken));
        clock.End("read Intune", await CountAsync(new ManagedDeviceSource(graph, RunArchive.Disabled, withPrimaryUser: true), cancellationToken));
        return clock.ToFigures();
    }

    private static async Task<long> CountAsync<T>(ISource<T> source, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await foreach (var page in source.ReadAsync(cancellationToken)) rows += page.RowsRead;
        return rows;
    }
}
