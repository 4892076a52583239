namespace Etl.Export.Tests;

public sealed class DeviceSliceTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(DeviceSlice.MaxDevices, 1)]
    [InlineData(DeviceSlice.MaxDevices + 1, 16)]
    [InlineData(16 * DeviceSlice.MaxDevices, 16)]
    [InlineData((16 * DeviceSlice.MaxDevices) + 1, 256)]
    public void Slices_follow_each_other_without_a_hole_in_the_order_of_the_text(long devices, int count)
    {
        var slices = DeviceSlice.Of(devices);

        slices.Count.ShouldBe(count);
        slices[0].From.ShouldBeEmpty();
        slices[^1].Before.ShouldBeNull();
        foreach (var (before, after) in slices.Zip(slices.Skip(1)))
        {
            before.Before.ShouldBe(after.From);
            string.CompareOrdinal(before.From, after.From).ShouldBeLessThan(0);
        }
    }
}
