namespace Etl.Dashboard.Data;

/// <summary>Some of the devices that a filter shows.</summary>
/// <param name="Total">How many it shows in all.</param>
public sealed record DeviceList(IReadOnlyList<DeviceRow> Devices, long Total);
