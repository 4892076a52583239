using Etl.Warehouse;
using static Etl.Load.Tests.Sample;

namespace Etl.Load.Tests;

public sealed class DuckDbPublishTests : PublishContract, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Progress_counts_the_devices_that_are_staged()
    {
        var progress = new LastValue();
        var devices = Enumerable.Range(1, 70_000).Select(Device);

        await new DeviceLoader(_folder.Warehouse(), TimeProvider.System).PublishAsync(Publication(FirstDay, devices), progress, Cancellation);

        progress.Values.ShouldBe([61_440, 70_000]);
    }

    protected override WarehouseOptions NewOptions(string name) => _folder.Options(name);

    private sealed class LastValue : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
