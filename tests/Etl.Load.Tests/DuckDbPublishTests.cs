using Etl.Model.Devices;
using Etl.Warehouse;
using static Etl.Load.Tests.Sample;

namespace Etl.Load.Tests;

public sealed class DuckDbPublishTests : PublishContract, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(PublishingProcess.WhileStaging)]
    [InlineData(PublishingProcess.BeforeCommit)]
    public async Task A_run_killed_and_run_again_leaves_the_warehouse_of_an_undisturbed_one(string moment)
    {
        var second = FirstDay.AddDays(1);
        foreach (var name in (string[])["killed", "undisturbed"])
            await PublishAsync(_folder.Warehouse(name), Publication(FirstDay, [Device(1), Device(4)]));

        await PublishingProcess.KillAsync(_folder["killed"], moment, Cancellation);
        await PublishAsync(_folder.Warehouse("killed"), Publication(second, PublishingProcess.Devices));
        await PublishAsync(_folder.Warehouse("undisturbed"), Publication(second, PublishingProcess.Devices));

        (await WarehouseContents.ReadAsync(_folder.Warehouse("killed"), Cancellation))
            .ShouldBe(await WarehouseContents.ReadAsync(_folder.Warehouse("undisturbed"), Cancellation));
    }

    [Fact]
    public async Task Progress_counts_the_devices_that_are_staged()
    {
        var progress = new LastValue();
        var devices = Enumerable.Range(1, 70_000).Select(Device);

        await new DeviceLoader(_folder.Warehouse(), TimeProvider.System).PublishAsync(Publication(FirstDay, devices), progress, Cancellation);

        progress.Values.ShouldBe([61_440, 70_000]);
    }

    protected override IWarehouse NewWarehouse(string name) => _folder.Warehouse(name);

    private sealed class LastValue : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
