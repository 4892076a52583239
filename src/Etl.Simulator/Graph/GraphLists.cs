using Etl.Simulator.Population;

namespace Etl.Simulator.Graph;

/// <summary>The collections that the server has. Page sizes: Graph's directory and Intune differ.</summary>
internal static class GraphLists
{
    public static GraphList[] For(GraphServerOptions options) =>
    [
        new GraphListOf<EntraRow>("/devices", "microsoft.graph.device", 100, options.MaxDeviceTop, options)
        {
            Counter = day => day.EntraCount,
            Item = (day, index) => day.Entra(index),
            AllMembers = DeviceProperties.All,
            KnownMembers = DeviceProperties.All,
            WriteUndeclared = DeviceProperties.WriteUndeclared,
        },
        new GraphListOf<IntuneRow>(
            "/deviceManagement/managedDevices", "microsoft.graph.managedDevice", 1_000, options.MaxManagedDeviceTop, options)
        {
            Counter = day => day.IntuneCount,
            Item = (day, index) => day.Intune(index),
            AllMembers = ManagedDeviceProperties.AllMembers,
            KnownMembers = ManagedDeviceProperties.KnownMembers,
            WriteUndeclared = ManagedDeviceProperties.WriteUndeclared,
        },
    ];
}
