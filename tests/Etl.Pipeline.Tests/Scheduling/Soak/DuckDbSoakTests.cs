using Etl.Load.Tests;
using Etl.Warehouse;

namespace Etl.Pipeline.Tests.Scheduling.Soak;

public sealed class DuckDbSoakTests : SoakContract, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Both changes of the clocks, the second one twice, and a leap day.</summary>
    [Fact]
    public Task Each_of_400_days_is_published_once()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(WholeVariable) is { Length: > 0 }, $"It takes minutes: {WholeVariable} is not set.");
        return ShouldPublishEachDayOnceAsync("Europe/Berlin", new TimeOnly(2, 30), new DateOnly(2027, 10, 20),
            days: 400, deaths: [11, 40, 132, 158, 300, 375], outages: [60, 200]);
    }

    protected override WarehouseOptions Empty() => _folder.Options("warehouse.duckdb");
}
