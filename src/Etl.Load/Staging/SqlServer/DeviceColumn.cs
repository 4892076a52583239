using Etl.Model.Devices;

namespace Etl.Load.Staging.SqlServer;

/// <summary>A column of <c>staging.classified_device</c> and where its value comes from.</summary>
/// <param name="Value">Of a device and its number in the order of the load; with what makes its hashes.</param>
internal sealed record DeviceColumn(string Name, Type Type, Func<ClassifiedDevice, int, DeviceHash, object?> Value);
