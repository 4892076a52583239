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

    // Both make a GUID of an id that is none, and a device of before is known by it.
    [Fact]
    public async Task An_id_that_is_no_guid_is_stored_as_the_migration_stores_it()
    {
        var warehouse = _folder.Warehouse();
        await PublishAsync(warehouse, Publication(FirstDay, [Device(1) with { DeviceId = "no-guid" }]));

        var keys = await QueryAsync<(Guid, Guid)>(warehouse, "SELECT device_id, CAST(left(sha256('no-guid'), 32) AS UUID) FROM dim.device");

        var (stored, migrated) = keys.ShouldHaveSingleItem();
        stored.ShouldBe(migrated);
        (await QueryAsync<string>(warehouse, "SELECT device_id FROM report.dim_device")).ShouldBe(["no-guid"]);
    }

    protected override WarehouseOptions NewOptions(string name) => _folder.Options(name);

    private sealed class LastValue : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
