namespace Etl.Simulator.Cast;

/// <summary>What an Intune record holds in azureADDeviceId.</summary>
internal enum Link
{
    DeviceId,
    ZeroGuid,
    Empty,
}
