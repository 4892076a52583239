using Etl.Transform.Classification;
using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>The three inventories of one tenant at one instant. Each may be filled by a thread of its own.</summary>
public sealed class Inventories
{
    // Read-only in effect: what the rules see of a record that a device does not have.
    private static EntraRow _noEntra;
    private static IntuneRow _noIntune;
    private static AdRow _noAd;

    public EntraInventory Entra { get; } = new();
    public IntuneInventory Intune { get; } = new();
    public AdInventory ActiveDirectory { get; } = new();

    /// <summary>Lets go of all records, which take most of a run's memory: for after the last device has been made of them.</summary>
    public void Clear()
    {
        Entra.Clear();
        Intune.Clear();
        ActiveDirectory.Clear();
    }

    internal DeviceFacts FactsOf(MatchedDevice device, Instant t) => new(
        in device.Entra < 0 ? ref _noEntra : ref Entra.Rows[device.Entra],
        in device.Intune < 0 ? ref _noIntune : ref Intune.Rows[device.Intune],
        in device.Ad < 0 ? ref _noAd : ref ActiveDirectory.Rows[device.Ad],
        t);

    internal string? DeviceName(in DeviceFacts device) =>
        Intune.Texts.Read(device.M.DeviceName) ?? Entra.Texts.Read(device.E.DisplayName) ?? ActiveDirectory.Texts.Read(device.A.Name);

    /// <summary>As above, without a string; empty where there is none.</summary>
    internal ReadOnlySpan<char> DeviceName(scoped in DeviceFacts device, Span<char> buffer) =>
        !device.M.DeviceName.IsNull ? Intune.Texts.Read(device.M.DeviceName, buffer)
        : !device.E.DisplayName.IsNull ? Entra.Texts.Read(device.E.DisplayName, buffer)
        : ActiveDirectory.Texts.Read(device.A.Name, buffer);
}
