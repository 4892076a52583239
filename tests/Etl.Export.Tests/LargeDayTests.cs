using Etl.Load;
using Etl.Load.Tests;
using Etl.Model.Devices;
using Etl.Warehouse;
using static Etl.Load.Tests.Sample;

namespace Etl.Export.Tests;

public sealed class LargeDayTests : IDisposable
{
    private const int Devices = DeviceSlice.MaxDevices + 20_000;

    // A slice takes less than 40 MB; with the day's facts in a hash table it takes more than 56.
    private const string MemoryLimit = "48MB";

    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_day_is_exported_in_the_memory_of_a_slice()
    {
        await new DeviceLoader(_folder.Warehouse(), TimeProvider.System).PublishAsync(
            Publication(FirstDay, Enumerable.Range(1, Devices).Select(Spread)), progress: null, Cancellation);
        var options = new WarehouseOptions { ConnectionString = $"Data Source={_folder["warehouse.duckdb"]};memory_limit={MemoryLimit}" };

        var result = await new DatasetExporter(WarehouseFactory.Create(options, TimeProvider.System)).ExportAsync(
            new ExportRequest { Dataset = ExportDataset.Devices, Path = _folder["out.csv"] }, Cancellation);

        result.Rows.ShouldBe(Devices);
    }

    // Ids of devices are random: those of the samples would all lie in one slice.
    private static ClassifiedDevice Spread(int number) =>
        Device(number) with { DeviceId = FormattableString.Invariant($"{(uint)number * 2_654_435_769:x8}-0000-4000-8000-{number:x12}") };
}
