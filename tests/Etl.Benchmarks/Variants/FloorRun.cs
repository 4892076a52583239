using Etl.Benchmarks.Floor;
using Etl.Benchmarks.Measuring;

namespace Etl.Benchmarks.Variants;

/// <summary>
/// The least that any program must do: read the three lists and append as many rows as the whole run does, each filled from
/// whatever stands at the same place of the lists. Nothing is matched, classified, kept, checked or archived.
/// </summary>
internal sealed class FloorRun : Variant
{
    public override async Task<VariantFigures> MeasureAsync(VariantInput input, CancellationToken cancellationToken)
    {
        var clock = new StageClock();
        var workplace = new Workplace(input.Tenant);
        using var graph = new FloorGraph(input.Tenant);
        using (var table = new FloorTable(Path.Combine(workplace.Folder, "floor.duckdb")))
        {
            await using var entra = new Rows<FloorDevice>(graph.Devices());
            await using var intune = new Rows<FloorManagedDevice>(graph.ManagedDevices());
            using var directory = FloorDirectory.Read(input.Tenant.AdPath).GetEnumerator();

            // AD comes last: as many rows as that list has are left when it begins, so that no row is empty.
            var beforeDirectory = input.Devices - input.Tenant.AdComputers;
            for (var row = 0L; row < input.Devices; row++)
            {
                var computer = row >= beforeDirectory && directory.MoveNext() ? directory.Current : null;
                var device = await entra.NextAsync();
                var managed = await intune.NextAsync();
                if (device is not null || managed is not null || computer is not null) table.Append(device, managed, computer);
            }
        }

        clock.End("floor", input.Tenant.Records);
        return clock.ToFigures(input.Devices);
    }

    private sealed class Rows<T>(IAsyncEnumerable<T[]> pages) : IAsyncDisposable where T : class
    {
        private readonly IAsyncEnumerator<T[]> _pages = pages.GetAsyncEnumerator();
        private T[]? _page = [];
        private int _next;

        /// <summary>Null once the list has ended.</summary>
        public async ValueTask<T?> NextAsync()
        {
            while (_page is not null && _next == _page.Length)
            {
                _page = await _pages.MoveNextAsync() ? _pages.Current : null;
                _next = 0;
            }

            return _page?[_next++];
        }

        public ValueTask DisposeAsync() => _pages.DisposeAsync();
    }
}
